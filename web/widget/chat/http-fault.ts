/** The server said no. */
export class HttpFault extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

/** Will the same request ever go through? Anything but a refusal of the request itself. */
export function isPassing(fault: unknown): boolean {
  return !(fault instanceof HttpFault) || fault.status === 429 || fault.status >= 500;
}
