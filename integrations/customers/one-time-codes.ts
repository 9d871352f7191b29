/** A code as it lies at rest: its hash only. */
export interface KeptCode {
  readonly conversationId: string;
  /** The turn's idempotency key that asked for it. */
  readonly request: string;
  readonly salt: string;
  readonly hash: string;
  /** Absent where the address is not known: such a code fits nothing. */
  readonly customerId?: string | undefined;
  readonly expiresAt: string;
  readonly sent: boolean;
}

/**
 * THE SOCKET that keeps one-time codes, one per conversation: a new code takes the place of the old one.
 * @example
 * await codes.put(kept); const taken = await codes.take(conversationId); // whoever takes it first is the only one
 */
export interface OneTimeCodes {
  put(code: KeptCode): Promise<void>;
  read(conversationId: string): Promise<KeptCode | undefined>;
  markSent(conversationId: string, request: string): Promise<void>;
  /** Takes the code away if it still is this one. false: it was used or replaced meanwhile. */
  take(conversationId: string, hash: string): Promise<boolean>;
}
