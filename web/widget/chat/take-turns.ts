/**
 * Says whether this tab may hold a stream: every tab that is seen, and one of the hidden ones.
 * A browser allows six connections to a server over HTTP/1.1; a seventh tab would stop the shop.
 * @returns ends it
 */
export function takeTurns(name: string, set: (mine: boolean) => void): () => void {
  let release: (() => void) | undefined;
  let waiting: AbortController | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const free = () => {
    clearTimeout(pause);
    waiting?.abort();
    release?.();
    release = waiting = undefined;
  };
  const update = () => {
    free();
    if (!document.hidden || !navigator.locks) return set(true);
    // Only let go of the stream when another hidden tab has one.
    pause = setTimeout(() => set(false), 1000);
    waiting = new AbortController();
    const hold = () =>
      new Promise<void>((resolve) => {
        clearTimeout(pause);
        release = resolve;
        set(true);
      });
    navigator.locks.request(name, { signal: waiting.signal }, hold).catch(() => undefined);
  };
  document.addEventListener('visibilitychange', update);
  update();
  return () => {
    free();
    document.removeEventListener('visibilitychange', update);
  };
}
