/**
 * Waits for an answer so long and no longer. A process that was held up meanwhile finds its time over before it has read what came:
 * an answer that is there by then counts.
 * @param ms milliseconds
 * @throws Error `Command timed out`, or what the work throws
 */
export function inTime<Result>(work: Promise<Result>, ms: number): Promise<Result> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error('Command timed out'));
    // What the sockets hold is read between a timer and the next immediate; a long answer comes in two pieces.
    const timer = setTimeout(() => setImmediate(() => setImmediate(giveUp)), ms);
    work.then(
      (result) => {
        clearTimeout(timer);
        resolve(result);
      },
      (fault: unknown) => {
        clearTimeout(timer);
        reject(fault);
      },
    );
  });
}
