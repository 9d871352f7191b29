import type { Address } from '../../dialogs/protocol/event.ts';
import type { Control } from '../../dialogs/protocol/state.ts';
import type { Json } from '../../dialogs/protocol/value.ts';
import type { DeliveryResult } from '../channel.ts';
import type { ThreadLog } from './thread-log.ts';

/** Puts a message into the thread's log, once: every open page of it reads it from there. */
export async function send(log: ThreadLog, to: Address, payload: Json, retryKey: string): Promise<DeliveryResult> {
  return appended(log, to, retryKey, 'message', payload);
}

/** Tells the pages of the thread who speaks now. */
export async function showControl(
  log: ThreadLog,
  to: Address,
  control: Control,
  retryKey: string,
): Promise<DeliveryResult> {
  const owner = control.owner.startsWith('agent:') ? 'agent' : control.owner;
  return appended(log, to, retryKey, 'control', { owner, epoch: control.epoch });
}

async function appended(log: ThreadLog, to: Address, key: string, kind: string, body: Json): Promise<DeliveryResult> {
  const thread = to.threadId;
  // A deleted conversation is not brought back by what was still on its way.
  const seq = thread === undefined ? undefined : await log.append(thread, key, kind, body, { onlyIfThere: true });
  return seq === undefined
    ? { kind: 'refused', why: 'The thread is gone.' }
    : { kind: 'delivered', platformId: String(seq) };
}
