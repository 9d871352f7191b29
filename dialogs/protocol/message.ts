import type { MediaKind } from './capabilities.ts';
import type { MessageId } from './ids.ts';
import type { Locale } from './locale.ts';
import type { Json } from './value.ts';

/** One offered answer. */
export interface Choice {
  readonly value: Json;
  readonly label: string;
  readonly synonyms?: readonly string[];
}

export interface Card {
  readonly title: string;
  readonly subtitle?: string;
  readonly image?: { readonly url: string; readonly alt: string };
  readonly fields?: readonly {
    readonly label: string;
    readonly value: string;
  }[];
  /** `choose` answers with a value, `open` leads to an address. */
  readonly buttons?: readonly ({ readonly text: string } & ({ readonly choose: Json } | { readonly open: string }))[];
  /** Several of a kind side by side: plans to compare, parcels of an order. */
  readonly items?: readonly Card[];
  /** How to draw it where the place knows how; everyone else shows title, fields and items. */
  readonly shape?: 'plain' | 'timeline' | 'product' | 'comparison' | 'guide';
  /** Points of a timeline, oldest first. */
  readonly timeline?: readonly {
    readonly label: string;
    readonly at?: string;
    readonly state: 'done' | 'now' | 'next';
  }[];
}

export interface Media {
  readonly kind: MediaKind;
  readonly url: string;
  readonly alt: string;
  readonly caption?: string;
}

/** A message as it leaves the core: already in the customer's language and fitted to the place, not yet in a platform's form. */
export interface OutboundMessage {
  readonly id: MessageId;
  readonly epoch: number;
  readonly from: 'bot' | 'agent';
  readonly agentName?: string;
  readonly locale: Locale;
  readonly text: string;
  /** Where the place speaks: our speech tags already turned into neutral ones, see `response/format-text.ts`. */
  readonly speech?: string;
  readonly reprompt?: string;
  readonly choices?: readonly Choice[];
  readonly card?: Card;
  readonly media?: Media;
  /** Does the bot wait for an answer after this message? */
  readonly listen: boolean;
  /** The text's key, for scripts and reports. */
  readonly key?: string;
}
