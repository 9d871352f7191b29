import type { ConversationState } from '../../dialogs/protocol/state.ts';
import { CHANNEL_PROFILES } from '../../dialogs/scripts/channel-profiles.ts';

/** A conversation that has just begun, with what the test cares for. */
export function aState(wanted: Partial<ConversationState> = {}): ConversationState {
  const now = '2026-11-24T09:00:00.000Z';
  return {
    version: 1,
    bookRevision: 'r1',
    control: { owner: 'bot', epoch: 0, since: now },
    stack: [],
    memory: {},
    identity: { level: 'none', proves: {} },
    customer: {},
    place: CHANNEL_PROFILES.webchat,
    locale: 'en',
    calls: [],
    counter: 0,
    timers: [],
    misses: 0,
    turnNumber: 0,
    lastSaid: [],
    timesSaid: {},
    deferred: [],
    clarified: 0,
    danger: false,
    parked: [],
    startedAt: now,
    lastEventAt: now,
    closed: false,
    history: [],
    ...wanted,
  };
}
