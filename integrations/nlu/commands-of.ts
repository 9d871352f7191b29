import type { Command, HandoffReason } from '../../dialogs/protocol/command.ts';
import { HANDOFF_REASONS } from '../../dialogs/protocol/command.ts';
import type { Slots } from '../../dialogs/protocol/value.ts';
import type { IntentLabel } from './reading.ts';

/** What a label asks of the dialog, or undefined for phrases of a pattern that no words can call. */
export function commandsOf(label: IntentLabel): readonly Command[] | undefined {
  switch (label.flow) {
    case 'patterns/cancel':
      return [{ kind: 'cancel_flow' }];
    case 'patterns/repeat':
      return [{ kind: 'repeat' }];
    case 'patterns/skip':
      return [{ kind: 'skip' }];
    case 'patterns/restart':
      return [{ kind: 'restart' }];
    case 'patterns/human-handoff':
      return [{ kind: 'handoff', reason: reasonOf(label.set) }];
    case 'patterns/chitchat':
      return [{ kind: 'chitchat', topic: String(label.set['topic'] ?? 'greeting') }];
    case 'patterns/goodbye':
      return [{ kind: 'chitchat', topic: 'goodbye' }];
    default:
      if (label.flow.startsWith('patterns/')) return undefined;
      return [
        { kind: 'start_flow', flow: label.flow },
        ...Object.entries(label.set).map(([slot, value]) => ({ kind: 'set_slot', slot, value }) as const),
      ];
  }
}

function reasonOf(set: Slots): HandoffReason {
  return HANDOFF_REASONS.find((reason) => reason === set['reason']) ?? 'asked';
}
