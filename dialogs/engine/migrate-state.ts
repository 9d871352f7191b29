import type { ConversationState } from '../protocol/state.ts';
import { isRecord, type Json } from '../protocol/value.ts';

/** From an older version to the next one; the key is the version that it takes. None yet: version 1 is the first. */
const STEPS: Readonly<Record<number, (state: { readonly [key: string]: Json }) => { readonly [key: string]: Json }>> =
  {};

const CURRENT = 1;

/** A stored state in today's shape, or undefined where it is no state or of a version that this program doesn't know. */
export function migrateState(stored: Json): ConversationState | undefined {
  if (!isRecord(stored)) return undefined;
  let state = stored;
  for (let version = state['version']; version !== CURRENT; version = state['version']) {
    const step = typeof version === 'number' ? STEPS[version] : undefined;
    if (!step) return undefined;
    state = step(state);
  }
  return isState(state) ? state : undefined;
}

/** What every reader leans on; the rest was written by the same program. */
function isState(state: object): state is ConversationState {
  const has = (key: string, kind: 'object' | 'string' | 'number') =>
    key in state && typeof Reflect.get(state, key) === kind && Reflect.get(state, key) !== null;
  return (
    Array.isArray(Reflect.get(state, 'stack')) &&
    has('control', 'object') &&
    has('memory', 'object') &&
    has('identity', 'object') &&
    has('place', 'object') &&
    has('locale', 'string') &&
    has('turnNumber', 'number')
  );
}
