import type { ThreadLog } from './thread-log.ts';

/** Settings and parts of the web chat. */
export interface WebchatConfig {
  /** Our name in addresses: one bot may have several chats. */
  readonly accountId: string;
  /** Signs session tokens: at least 32 bytes, kept secret. */
  readonly tokenKey: Uint8Array;
  /** How long a session token opens its conversation, in seconds. */
  readonly tokenSeconds: number;
  /** How long after its making a token can still be exchanged for a new one, in seconds. */
  readonly refreshSeconds: number;
  /** Who may say by a signed token which customer is on the page. Absent: nobody. */
  readonly customerTokens?: {
    readonly key: Uint8Array;
    readonly issuer: string;
    readonly audience: string;
    /** How long the customer counts as verified, in seconds. */
    readonly verifiedSeconds: number;
  };
  /** `https://shop.example`, or `http://localhost:*` for any port. */
  readonly allowedOrigins: readonly string[];
  /** Photos are kept below this folder. */
  readonly photoFolder: string;
  readonly log: ThreadLog;
  readonly rates: {
    /** Per address and minute. */
    readonly conversations: number;
    /** Per address and minute, whatever is asked. */
    readonly requests: number;
    /** Per conversation and minute. */
    readonly messages: number;
  };
  /** The same limits for all processes together; absent where there is one. Gives how many milliseconds to wait, 0 for none. */
  readonly sharedRates?: { take(what: keyof WebchatConfig['rates'], who: string): number };
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
