import type { CardText } from '../flow/text.ts';
import type { Card } from '../protocol/message.ts';
import { isRecord, type Json, type Values } from '../protocol/value.ts';
import { formatText, type TextStyle } from './format-text.ts';

/** A card with its texts filled; lists of records become items and points of a timeline. */
export function fillCard(card: CardText, values: Values, style: TextStyle): Card {
  const plain: TextStyle = { ...style, spoken: false };
  const fill = (source: string) => formatText(source, values, plain);
  const { shape, subtitle, image, fields, buttons, items, timeline } = card;
  return {
    title: fill(card.title),
    ...(shape ? { shape } : {}),
    ...(subtitle === undefined ? {} : { subtitle: fill(subtitle) }),
    ...(image ? { image: { url: fill(image.url), alt: fill(image.alt) } } : {}),
    ...(fields ? { fields: filledFields(fields, fill) } : {}),
    ...(buttons ? { buttons: buttons.map((button) => ({ ...button, ...filledButton(button, fill) })) } : {}),
    ...(items
      ? { items: records(values[items.from]).map((record) => fillCard(items.card, { ...values, ...record }, plain)) }
      : {}),
    ...(timeline ? { timeline: fillTimeline(timeline, values, plain) } : {}),
  };
}

type Fill = (source: string) => string;

/** A field without a value tells nothing and is left out. */
function filledFields(fields: NonNullable<CardText['fields']>, fill: Fill): NonNullable<Card['fields']> {
  return fields
    .map(({ label, value }) => ({ label: fill(label), value: fill(value) }))
    .filter(({ value }) => value.trim() !== '');
}

type CardButton = NonNullable<Card['buttons']>[number];

function filledButton(button: NonNullable<CardText['buttons']>[number], fill: Fill): CardButton {
  const text = fill(button.text);
  if ('open' in button) return { text, open: fill(button.open) };
  const choose: Json = typeof button.choose === 'string' ? fill(button.choose) : button.choose;
  return { text, choose };
}

function fillTimeline(
  timeline: NonNullable<CardText['timeline']>,
  values: Values,
  style: TextStyle,
): NonNullable<Card['timeline']> {
  return records(values[timeline.from]).map((record) => {
    const all = { ...values, ...record };
    const state = formatText(timeline.state, all, style).trim();
    const at = timeline.at === undefined ? '' : formatText(timeline.at, all, style);
    return {
      label: formatText(timeline.label, all, style),
      ...(at === '' ? {} : { at }),
      state: state === 'done' || state === 'now' ? state : 'next',
    };
  });
}

/** The records of a list value. */
export function records(value: Json | undefined): readonly Values[] {
  return Array.isArray(value) ? value.filter((entry: Json): entry is Values => isRecord(entry)) : [];
}
