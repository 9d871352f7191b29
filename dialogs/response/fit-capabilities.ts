import type { Capabilities } from '../protocol/capabilities.ts';
import type { Card, Choice, OutboundMessage } from '../protocol/message.ts';
import { cardLines } from './card-lines.ts';
import { escapeXml } from './format-text.ts';
import { splitText } from './split-text.ts';

type Message = Omit<OutboundMessage, 'id'>;

/**
 * A message as this place can show it: choices as buttons, as a numbered list or as spoken words, a card as text, a long text in
 * parts. Whatever the place lacks, no choice is lost.
 */
export function fitCapabilities(message: Message, place: Capabilities): readonly Message[] {
  const { text: words, choices: _, card: __, media: ___, speech: ____, ...rest } = message;
  const card = place.cards && message.card ? shortCard(message.card, place) : undefined;
  const media = message.media && place.media.includes(message.media.kind) ? message.media : undefined;
  const wanted = [...(message.choices ?? []), ...cardChoices(card ? undefined : message.card)];
  const { buttons, listed } = placeChoices(wanted, place);
  const lines = [
    words,
    ...(card ? [] : cardLines(message.card)),
    ...(media || !message.media ? [] : [mediaLine(message)]),
    ...listed,
  ];
  const parts = splitText(lines.filter((line) => line !== '').join('\n'), place.maxTextLength);
  const last = parts.length - 1;
  const speech =
    message.speech === undefined ? undefined : spokenChoices(message.speech, wanted, place, message.locale);
  return parts.map((text, i) => ({
    ...rest,
    text,
    listen: i === last && message.listen,
    ...(speech !== undefined && i === 0 ? { speech } : {}),
    ...(i === last && buttons.length > 0 ? { choices: buttons } : {}),
    ...(i === last && card ? { card } : {}),
    ...(i === last && media ? { media } : {}),
  }));
}

interface PlacedChoices {
  readonly buttons: readonly Choice[];
  /** Lines of a numbered list, for choices that cannot be shown as buttons or whose labels would be cut. */
  readonly listed: readonly string[];
}

function placeChoices(choices: readonly Choice[], place: Capabilities): PlacedChoices {
  if (choices.length === 0 || (!place.screen && place.speech)) return { buttons: [], listed: [] };
  const lines = choices.map(({ label }, i) => `${i + 1}. ${label}`);
  if (choices.length > place.buttons) {
    // Yes and no need no list: everybody knows how to write them.
    return { buttons: [], listed: choices.every(({ value }) => typeof value === 'boolean') ? [] : lines };
  }
  const cut = choices.map((choice) => ({ ...choice, label: shorten(choice.label, place.buttonLabelLength) }));
  if (cut.every(({ label }, i) => label === choices[i]?.label)) return { buttons: choices, listed: [] };
  return { buttons: choices.map((choice, i) => ({ ...choice, label: String(i + 1) })), listed: lines };
}

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });

function shorten(label: string, limit: number): string {
  const graphemes = Array.from(segments.segment(label), ({ segment }) => segment);
  return graphemes.length <= limit ? label : `${graphemes.slice(0, Math.max(1, limit - 1)).join('')}…`;
}

/** Where choices are only heard they follow the question as one short list. */
function spokenChoices(speech: string, choices: readonly Choice[], place: Capabilities, locale: 'en' | 'ja'): string {
  if (place.screen || choices.length === 0 || choices.every(({ value }) => typeof value === 'boolean')) return speech;
  const labels = choices.map(({ label }) => escapeXml(label));
  if (labels.every((label) => speech.includes(label))) return speech;
  if (locale === 'ja') return `${speech} ${labels.join('、')}。`;
  const list = new Intl.ListFormat('en-US', { type: 'disjunction' }).format(labels);
  return `${speech} ${list.charAt(0).toUpperCase()}${list.slice(1)}.`;
}

function shortCard(card: Card, place: Capabilities): Card {
  if (!card.buttons) return card;
  return {
    ...card,
    buttons: card.buttons.map((button) => ({ ...button, text: shorten(button.text, place.buttonLabelLength) })),
  };
}

/** Choices on a card that cannot be shown are offered like any other. */
function cardChoices(card: Card | undefined): readonly Choice[] {
  if (!card) return [];
  const own = (card.buttons ?? []).flatMap((button) =>
    'choose' in button ? [{ value: button.choose, label: button.text }] : [],
  );
  return [...own, ...(card.items ?? []).flatMap(cardChoices)];
}

function mediaLine({ media }: Message): string {
  return media ? [media.caption ?? media.alt, media.url].filter((part) => part !== '').join(' ') : '';
}
