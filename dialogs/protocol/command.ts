import type { FlowId } from './ids.ts';
import type { Json } from './value.ts';

/** Reason codes of a handoff, shared with the desk and the reports. */
export const HANDOFF_REASONS = [
  'asked',
  'no_match_repeat',
  'low_confidence',
  'tool_failed',
  'policy',
  'negative_emotion',
  'complaint',
  'vip',
  'repeat_contact',
  'identity_failed',
  'loop',
  'safety',
  'distress',
  'out_of_scope',
  'proactive_reply',
] as const;
export type HandoffReason = (typeof HANDOFF_REASONS)[number];

/**
 * One language for what the customer wants, whoever understood it: rules, classifier, language model or a button.
 * A change of language is `set_slot` on the reserved slot `locale`.
 */
export type Command =
  | { readonly kind: 'start_flow'; readonly flow: FlowId }
  | { readonly kind: 'set_slot'; readonly slot: string; readonly value: Json }
  | {
      readonly kind: 'correct_slot';
      readonly slot: string;
      readonly value: Json;
    }
  | { readonly kind: 'clarify'; readonly flows: readonly FlowId[] }
  | { readonly kind: 'handoff'; readonly reason: HandoffReason }
  | { readonly kind: 'chitchat'; readonly topic: string }
  | {
      readonly kind: 'cannot_handle';
      readonly why: 'not_understood' | 'out_of_scope';
    }
  | { readonly kind: 'cancel_flow' }
  | { readonly kind: 'skip' }
  | { readonly kind: 'repeat' }
  | { readonly kind: 'restart' }
  | { readonly kind: 'affirm' }
  | { readonly kind: 'deny' };

export type CommandKind = Command['kind'];
