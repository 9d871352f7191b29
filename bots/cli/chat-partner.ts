import type { Command } from '../../dialogs/protocol/command.ts';
import type { Json, Slots } from '../../dialogs/protocol/value.ts';

/** One turn as `chat --json` prints it. The server tells a customer nothing of flows and slots: these are null and empty there. */
export interface ChatLine {
  /** The customer's words; null for the greeting. */
  readonly customer: string | null;
  readonly messages: readonly {
    readonly text: string;
    readonly speech: string | null;
    readonly choices: readonly {
      readonly value: Json;
      readonly label: string;
    }[];
  }[];
  /** The customer's flow on top. */
  readonly flow: string | null;
  readonly pattern: string | null;
  readonly step: string | null;
  /** Personal ones masked, secret ones left out. */
  readonly slots: Slots;
  readonly control: { readonly owner: string; readonly epoch: number | null };
  readonly commands: readonly Command[];
}

/** A turn, and the cards that a page would draw, as lines: message by message. */
export interface ChatTurn {
  readonly line: ChatLine;
  readonly cards: readonly (readonly string[])[];
}

/** Whom the terminal talks to. */
export interface ChatPartner {
  readonly greeting: ChatTurn;
  say(words: string): Promise<ChatTurn>;
  close(): Promise<void>;
}
