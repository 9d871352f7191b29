export type MediaKind = 'image' | 'audio' | 'video' | 'file';

/** Can others read or hear what is said here? A group chat and a family's speaker are `shared`. */
export type Audience = 'private' | 'shared';

/**
 * What a place can do. Shared code asks these and never a platform's name.
 * @example a speaker without a screen: `{ speech: true, screen: false, buttons: 0, … }`
 */
export interface Capabilities {
  /** `reply`: only in the HTTP answer · `push`: any time · `both`. */
  readonly delivery: 'reply' | 'push' | 'both';
  /** Hard limit of the platform for an answer, in milliseconds. */
  readonly replyWithinMs?: number;
  /** What a turn may cost here before the holding line is said, in milliseconds (dialog format, deadline budget). */
  readonly turnBudgetMs: number;
  readonly speech: boolean;
  readonly screen: boolean;
  /** How many choices can be shown as buttons; 0 = none, they become numbered text or are spoken. */
  readonly buttons: number;
  /** Longest label of a button, in graphemes. */
  readonly buttonLabelLength: number;
  readonly cards: boolean;
  readonly media: readonly MediaKind[];
  /** Longest text of one message, in UTF-16 units; longer ones are split. */
  readonly maxTextLength: number;
  readonly typing: boolean;
  readonly bargeIn: boolean;
  readonly proactive: 'free' | 'template-only' | 'never';
  readonly freeFormWindowHours?: number;
  /** Can a live agent's messages be brought here? */
  readonly agentMessages: boolean;
  /** May something be bought here, or must it be confirmed elsewhere? */
  readonly purchase: 'full' | 'confirm_elsewhere';
  /** Does the platform show us what a person wrote outside our desk? */
  readonly humanEcho: boolean;
  readonly audience: Audience;
  /** Limits by country (ISO 3166-1 alpha-2): SMS in Japan is one-way. */
  readonly countries?: Readonly<Record<string, { readonly direction: 'both' | 'out' }>>;
}
