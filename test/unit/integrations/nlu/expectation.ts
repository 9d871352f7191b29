import type { CommandKind } from '../../../../dialogs/protocol/command.ts';
import type { Locale } from '../../../../dialogs/protocol/locale.ts';
import type { Expectation, OpenQuestion } from '../../../../dialogs/protocol/understanding.ts';

export const EVERYTHING: readonly CommandKind[] = [
  'start_flow',
  'set_slot',
  'correct_slot',
  'cancel_flow',
  'clarify',
  'skip',
  'repeat',
  'restart',
  'handoff',
  'chitchat',
  'cannot_handle',
  'affirm',
  'deny',
];

/** A Tuesday at noon in Tokyo. */
export const CONTEXT = { now: '2026-11-24T03:00:00.000Z', zone: 'Asia/Tokyo' };

export function expecting(locale: Locale, parts: Partial<Expectation> = {}): Expectation {
  return { locale, flows: [], slots: [], allowed: EVERYTHING, busy: false, ...parts };
}

export function question(parts: Partial<OpenQuestion>): OpenQuestion {
  return {
    flow: 'order-status',
    step: 'ask',
    slot: 'asked',
    type: 'text',
    options: [],
    skippable: false,
    yesNo: false,
    freeText: false,
    ...parts,
  };
}
