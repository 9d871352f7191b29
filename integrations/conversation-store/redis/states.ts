import type { ConversationState } from '../../../dialogs/protocol/state.ts';

/** States that this process committed itself, so that they need not be sent and parsed again. */
export interface States {
  get(conversationId: string): KeptState | undefined;
  keep(conversationId: string, kept: KeptState): void;
}

export interface KeptState {
  readonly commitId: string;
  readonly state: ConversationState;
  /** About how large it is as JSON. */
  readonly bytes: number;
}

/**
 * Keeps the latest, as many as fit in `mostBytes`. Redis says at each `begin` whether the commit is still the conversation's last: one that
 * another process has gone on from, or that a failover took back, is never used. States are never changed, so that they may be shared.
 */
export function createStates(mostBytes: number): States {
  const kept = new Map<string, KeptState>();
  let total = 0;
  const drop = (id: string): void => {
    total -= kept.get(id)?.bytes ?? 0;
    kept.delete(id);
  };
  return {
    get: (id) => kept.get(id),
    keep: (id, one) => {
      drop(id);
      kept.set(id, one);
      total += one.bytes;
      for (const oldest of kept.keys()) {
        if (total <= mostBytes) break;
        drop(oldest);
      }
    },
  };
}
