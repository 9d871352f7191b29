import type { ChatApi } from './create-api.ts';
import type { Keep, Outgoing } from './create-keep.ts';
import type { PassKeeper } from './create-pass-keeper.ts';
import { HttpFault, isPassing } from './http-fault.ts';
import { type ReadonlySignal, signal } from './signal.ts';
import { waitOrWake } from './wait-or-wake.ts';

export interface Pending extends Outgoing {
  readonly state: 'sending' | 'failed' | 'refused';
}

export interface Outbox {
  readonly pending: ReadonlySignal<readonly Pending[]>;
  add(outgoing: Outgoing): void;
  /** Tries everything that failed again: the customer asks for it, or the line is back. */
  retry(): void;
  /** The server has it: an echo came, or the customer gave it up. */
  drop(id: string): void;
  clear(): void;
}

interface Reception {
  readonly accepted: (outgoing: Outgoing) => void;
  /** The server no longer knows the conversation. Gives true when the message can go to a new one. */
  readonly lost: () => boolean;
}

const TRIES = 4;

/** Brings messages up one after the other, in their order; the server drops an id that it has. */
export function createOutbox(api: ChatApi, keep: Keep, passes: PassKeeper, on: Reception): Outbox {
  const pending = signal<readonly Pending[]>([]);
  let running = false;
  const mark = (id: string, state: Pending['state']) => {
    pending.value = pending.value.map((one) => (one.id === id ? { ...one, state } : one));
  };
  const drop = (id: string) => {
    keep.dropOutgoing(id);
    if (pending.value.some((one) => one.id === id)) pending.value = pending.value.filter((one) => one.id !== id);
  };
  const run = async () => {
    if (running) return;
    running = true;
    for (let next = first(pending); next; next = first(pending)) {
      const fault = await bringUp(api, passes, next);
      if (!pending.value.some((one) => one.id === next?.id)) continue;
      if (fault === undefined) {
        const { state: _, ...outgoing } = next;
        drop(next.id);
        on.accepted(outgoing);
      } else if (fault instanceof HttpFault && [401, 403, 404, 410].includes(fault.status) && on.lost()) {
        // There is a new conversation for it.
      } else {
        // What comes after it must not overtake it.
        for (const one of pending.value) if (one.state === 'sending') mark(one.id, 'failed');
        if (!isPassing(fault)) mark(next.id, 'refused');
      }
    }
    running = false;
  };
  return {
    pending,
    drop,
    add: (outgoing) => {
      keep.keepOutgoing(outgoing);
      pending.value = [...pending.value, { ...outgoing, state: 'sending' }];
      void run();
    },
    retry: () => {
      if (!pending.value.some((one) => one.state === 'failed')) return;
      pending.value = pending.value.map((one) => (one.state === 'failed' ? { ...one, state: 'sending' } : one));
      void run();
    },
    clear: () => {
      for (const { id } of [...keep.outbox(), ...pending.value]) keep.dropOutgoing(id);
      pending.value = [];
    },
  };
}

function first(pending: ReadonlySignal<readonly Pending[]>): Pending | undefined {
  return pending.value.find((one) => one.state === 'sending');
}

/** Gives the fault that it ended with, or undefined. */
async function bringUp(api: ChatApi, passes: PassKeeper, { id, said }: Pending): Promise<unknown> {
  let refused = false;
  for (let tries = 1; ; tries++) {
    try {
      const session = await (refused ? passes.renew() : passes.ready());
      await api.send(session.id, session.token, id, said);
      return undefined;
    } catch (fault) {
      const unknownToken: boolean = fault instanceof HttpFault && fault.status === 401 && !refused;
      if (!unknownToken && (!isPassing(fault) || tries >= TRIES)) return fault;
      if (!unknownToken) await waitOrWake(500 * 2 ** tries);
      refused = unknownToken;
    }
  }
}
