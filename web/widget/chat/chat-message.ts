import type { Card, Choice, Media } from '../../../dialogs/protocol/message.ts';

/** One message as the event stream brings it: `data:` of `event: message`. */
export interface ChatMessage {
  readonly id: string;
  readonly from: 'bot' | 'agent' | 'customer';
  readonly text: string;
  readonly choices?: readonly Choice[];
  readonly card?: Card;
  readonly media?: Media;
  /** ISO 8601. */
  readonly at: string;
  readonly locale?: string;
  readonly agentName?: string;
}

/** Who answers now: `data:` of `event: control`. `position` is the place in the queue, 1 = next. */
export interface Control {
  readonly owner: 'bot' | 'queue' | 'agent';
  readonly agentName?: string;
  readonly position?: number;
}

/** What the customer says: a text, the value of a choice, or a file in base64. */
export type Said =
  | { readonly text: string }
  | { readonly choice: Choice['value']; readonly label: string }
  | { readonly attachment: { readonly mediaType: string; readonly name: string; readonly data: string } };
