import type { FlowBook } from '../flow/flow-book.ts';
import type { TextVariant } from '../flow/text.ts';
import type { Capabilities } from '../protocol/capabilities.ts';
import type { Effect } from '../protocol/effect.ts';
import type { ChannelName, Instant, MessageId } from '../protocol/ids.ts';
import type { Locale } from '../protocol/locale.ts';
import type { OutboundMessage } from '../protocol/message.ts';
import { chooseVariant } from './choose-variant.ts';
import { fillCard, records } from './fill-card.ts';
import { fitCapabilities } from './fit-capabilities.ts';
import { formatText, type TextStyle } from './format-text.ts';

/** Where and for whom a turn's words are written. */
export interface Composition {
  readonly locale: Locale;
  /** IANA zone in which instants are shown. */
  readonly zone: string;
  readonly now: Instant;
  readonly channel: ChannelName;
  readonly place: Capabilities;
  /** Of the state after the turn: messages of an older epoch are dropped before they leave. */
  readonly epoch: number;
  /** Id of the n-th message of this turn, from 0. */
  readonly messageIds: (n: number) => MessageId;
}

/** Everything that the turn says, as messages that fit the place. A text that the book lacks is left out. */
export function composeMessages(
  book: FlowBook,
  effects: readonly Effect[],
  at: Composition,
): readonly OutboundMessage[] {
  const drafts = effects.flatMap((effect) => {
    if (effect.kind === 'say') return say(book, effect, at);
    if (effect.kind === 'relay' && effect.to === 'customer') return [fromAgent(effect.text, effect.agentId, at)];
    return [];
  });
  return drafts
    .flatMap((message) => fitCapabilities(message, at.place))
    .map((message, n) => ({ ...message, id: at.messageIds(n) }));
}

/** A message before its id is known. */
export type Draft = Omit<OutboundMessage, 'id'>;
type Say = Extract<Effect, { kind: 'say' }>;

function say(book: FlowBook, effect: Say, at: Composition): readonly Draft[] {
  const variant = variantOf(book, effect.text, at);
  if (!variant) return [];
  const screen: TextStyle = { locale: at.locale, zone: at.zone, spoken: false };
  const text = withList(variant, alternative(variant.text, effect.alternative), effect, screen);
  const card = variant.card && at.place.cards ? fillCard(variant.card, effect.with, screen) : undefined;
  const media = mediaOf(variant, effect, screen);
  return [
    {
      epoch: at.epoch,
      from: 'bot',
      locale: at.locale,
      text,
      ...(at.place.speech ? { speech: speechOf(variant, effect, at) } : {}),
      ...repromptOf(book, effect, at),
      ...(effect.choices && effect.choices.length > 0 && !isAllSaid(variant, at) ? { choices: effect.choices } : {}),
      ...(card ? { card } : {}),
      ...(media ? { media } : {}),
      listen: effect.expectsReply,
      key: effect.text,
    },
  ];
}

/** To the ear a question that names its answers needs no list of them. */
const isAllSaid = (variant: TextVariant, at: Composition): boolean =>
  variant.namesAnswers && at.place.speech && !at.place.screen;

function variantOf(book: FlowBook, key: string, at: Composition): TextVariant | undefined {
  const variants = book.texts[at.locale][key];
  return variants && chooseVariant(variants, at.channel, at.place);
}

/** Alternatives are taken in turn: by how often the text was said, not by chance. */
function alternative(texts: readonly string[], times: number): string {
  return texts[times % Math.max(1, texts.length)] ?? '';
}

function speechOf(variant: TextVariant, effect: Say, at: Composition): string {
  const style: TextStyle = { locale: at.locale, zone: at.zone, spoken: true };
  const words = withList(variant, alternative(variant.speech ?? variant.text, effect.alternative), effect, style);
  return effect.slower ? `<slow>${words}</slow>` : words;
}

/** A line per record after the text; the ear gets three at most. */
function withList(variant: TextVariant, source: string, effect: Say, style: TextStyle): string {
  const words = formatText(source, effect.with, style);
  if (!variant.list) return words;
  const line = style.spoken ? (variant.list.speech ?? variant.list.text) : variant.list.text;
  const all = records(effect.with[variant.list.from]);
  const told = style.spoken ? all.slice(0, 3) : all;
  const lines = told.map((record) => formatText(line, { ...effect.with, ...record }, style));
  return [words, ...lines].filter((part) => part !== '').join(style.spoken ? ' ' : '\n');
}

function repromptOf(book: FlowBook, effect: Say, at: Composition): { readonly reprompt?: string } {
  if (!effect.reprompt || !at.place.speech) return {};
  const variant = variantOf(book, effect.reprompt, at);
  return variant ? { reprompt: speechOf(variant, { ...effect, slower: false, alternative: 0 }, at) } : {};
}

function mediaOf(variant: TextVariant, effect: Say, style: TextStyle): OutboundMessage['media'] {
  if (!variant.media) return undefined;
  const { url, alt, caption } = variant.media;
  const address = formatText(url, effect.with, style);
  // A guide's step without a picture has an empty address.
  if (address.trim() === '') return undefined;
  return {
    kind: 'image',
    url: address,
    alt: formatText(alt, effect.with, style),
    ...(caption === undefined ? {} : { caption: formatText(caption, effect.with, style) }),
  };
}

function fromAgent(text: string, agentName: string | undefined, at: Composition): Draft {
  return {
    epoch: at.epoch,
    from: 'agent',
    locale: at.locale,
    text,
    ...(agentName === undefined ? {} : { agentName }),
    listen: true,
  };
}
