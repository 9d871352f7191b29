import type { Card } from '../protocol/message.ts';

/** A card as lines of text, where a place cannot draw it. */
export function cardLines(card: Card | undefined): readonly string[] {
  if (!card) return [];
  const fields = (card.fields ?? []).map(({ label, value }) => `${label}: ${value}`);
  const points = (card.timeline ?? []).map(({ label, at }) => (at === undefined ? label : `${label} ${at}`));
  const links = (card.buttons ?? []).flatMap((button) => ('open' in button ? [`${button.text}: ${button.open}`] : []));
  return [card.title, card.subtitle ?? '', ...fields, ...points, ...links, ...(card.items ?? []).flatMap(cardLines)];
}
