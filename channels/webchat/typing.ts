import { EventEmitter } from 'node:events';

/** Who is typing in which thread, for the pages that are open now. It is told and forgotten. */
export interface Typing {
  show(thread: string, on: boolean): void;
  follow(thread: string, then: (on: boolean) => void): () => void;
}

export function createTyping(): Typing {
  const followers = new EventEmitter().setMaxListeners(0);
  return {
    show: (thread, on) => {
      followers.emit(thread, on);
    },
    follow: (thread, then) => {
      followers.on(thread, then);
      return () => followers.off(thread, then);
    },
  };
}
