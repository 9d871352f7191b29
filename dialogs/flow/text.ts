import type { Json } from '../protocol/value.ts';

/** What a variant may ask of the place it is said in. */
export const VARIANT_NEEDS = ['screen', 'buttons', 'cards', 'media', 'speech'] as const;
export type VariantNeed = (typeof VARIANT_NEEDS)[number];

/**
 * A card as designers write it: every string is an ICU text filled with the text's values.
 * `items.from` and `timeline.from` name a value that is a list of records; each record's fields are the values of one item.
 */
export interface CardText {
  readonly shape?: 'plain' | 'timeline' | 'product' | 'comparison' | 'guide';
  readonly title: string;
  readonly subtitle?: string;
  readonly image?: { readonly url: string; readonly alt: string };
  readonly fields?: readonly {
    readonly label: string;
    readonly value: string;
  }[];
  readonly buttons?: readonly ({ readonly text: string } & ({ readonly choose: Json } | { readonly open: string }))[];
  readonly items?: { readonly from: string; readonly card: CardText };
  /** `state` is an ICU text giving `done`, `now` or `next`. */
  readonly timeline?: {
    readonly from: string;
    readonly label: string;
    readonly at?: string;
    readonly state: string;
  };
}

/** One way to say a text. Without `channel`, `needs` and `audience` it is the default, and one default is required. */
export interface TextVariant {
  /** For screens: alternatives that are taken in turn. */
  readonly text: readonly string[];
  /** For voice; without it `text` is spoken. */
  readonly speech?: readonly string[];
  readonly channel?: readonly string[];
  readonly needs: readonly VariantNeed[];
  readonly audience?: 'shared';
  /** A line per record of a list value, after the text: `from` names the value. At most three are spoken, then "more". */
  readonly list?: {
    readonly from: string;
    readonly text: string;
    readonly speech?: string;
  };
  readonly card?: CardText;
  readonly media?: {
    readonly url: string;
    readonly alt: string;
    readonly caption?: string;
  };
  readonly bargeIn: boolean;
  /** The words name the answers themselves: where answers are only heard, no list of them follows. */
  readonly namesAnswers: boolean;
  /** For option labels: other words that mean this choice. */
  readonly synonyms: readonly string[];
}

/**
 * A phrase that starts a flow. `spans` mark slot values in `[AB123456](order_number)`; `set` fills slots besides, so that one flow
 * can fulfil several wishes ("cancel my order" starts order-status with `wish: cancel`).
 */
export interface Example {
  readonly text: string;
  readonly spans: readonly {
    readonly start: number;
    readonly end: number;
    readonly slot: string;
  }[];
  readonly set: Readonly<Record<string, Json>>;
}
