import { EventEmitter } from 'node:events';
import type { ThreadLog, ThreadSignal } from './thread-log.ts';

/** Who is typing in which thread, for the pages that are open now, in whatever process. It is told and forgotten. */
export interface Typing {
  show(thread: string, on: boolean): void;
  /** Of what is shown in this process; what others show comes by the thread's log. */
  follow(thread: string, then: (on: boolean) => void): () => void;
}

/** A turn that takes longer than this, in milliseconds, is shown: nobody needs a sign that ends at once. */
const LONG_MS = 100;

interface Sign {
  /** Other processes were told. */
  told: boolean;
  shown: boolean;
  readonly timer: NodeJS.Timeout;
}

export function createTyping(log: Pick<ThreadLog, 'signal'>): Typing {
  const followers = new EventEmitter().setMaxListeners(0);
  const signs = new Map<string, Sign>();
  const tell = (thread: string, on: boolean) => log.signal(thread, { kind: 'typing', body: { on } });
  const begin = (thread: string): void => {
    const later = (): void => {
      const sign = signs.get(thread);
      if (!sign) return;
      sign.shown = true;
      followers.emit(thread, true);
      sign.told = tell(thread, true);
    };
    if (!signs.has(thread)) signs.set(thread, { told: false, shown: false, timer: setTimeout(later, LONG_MS).unref() });
  };
  const end = (thread: string): void => {
    const sign = signs.get(thread);
    if (!sign) return;
    signs.delete(thread);
    clearTimeout(sign.timer);
    if (sign.shown) followers.emit(thread, false);
    if (sign.told) tell(thread, false);
  };
  return {
    show: (thread, on) => (on ? begin(thread) : end(thread)),
    follow: (thread, then) => {
      followers.on(thread, then);
      return () => followers.off(thread, then);
    },
  };
}

/** Does a signal say that somebody types, or that they stopped? */
export function isTyping({ kind, body }: ThreadSignal): boolean | undefined {
  if (kind !== 'typing' || typeof body !== 'object' || body === null || !('on' in body)) return undefined;
  return body['on'] === true;
}
