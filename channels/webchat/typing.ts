import { EventEmitter } from 'node:events';
import type { ThreadLog, ThreadSignal } from './thread-log.ts';

/** Who is typing in which thread, for the pages that are open now, in whatever process. It is told and forgotten. */
export interface Typing {
  show(thread: string, on: boolean): void;
  /** Of what is shown in this process; what others show comes by the thread's log. */
  follow(thread: string, then: (on: boolean) => void): () => void;
}

/** Other processes hear of a turn that takes longer than this, in milliseconds: nobody sees a sign that ends at once. */
const LONG_MS = 100;

export function createTyping(log: Pick<ThreadLog, 'signal'>): Typing {
  const followers = new EventEmitter().setMaxListeners(0);
  const showing = new Map<string, { told: boolean; readonly timer: NodeJS.Timeout }>();
  const tell = (thread: string, on: boolean) => log.signal(thread, { kind: 'typing', body: { on } });
  const tellLater = (thread: string): void => {
    const later = (): void => {
      const sign = showing.get(thread);
      if (sign) sign.told = tell(thread, true);
    };
    if (!showing.has(thread)) showing.set(thread, { told: false, timer: setTimeout(later, LONG_MS).unref() });
  };
  const tellEnd = (thread: string): void => {
    const sign = showing.get(thread);
    if (!sign) return;
    showing.delete(thread);
    clearTimeout(sign.timer);
    if (sign.told) tell(thread, false);
  };
  return {
    show: (thread, on) => {
      followers.emit(thread, on);
      if (on) tellLater(thread);
      else tellEnd(thread);
    },
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
