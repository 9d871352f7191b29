import type { TextVariant, VariantNeed } from '../flow/text.ts';
import type { Capabilities } from '../protocol/capabilities.ts';
import type { ChannelName } from '../protocol/ids.ts';

/**
 * The way to say a text here: among the variants whose conditions hold, one for shared places beats one without, then one for this
 * channel, then the one that asks more of the place, then the order of the file.
 */
export function chooseVariant(
  variants: readonly TextVariant[],
  channel: ChannelName,
  place: Capabilities,
): TextVariant | undefined {
  const possible = variants.filter((variant) => fits(variant, channel, place));
  return possible.toSorted((a, b) => rank(b) - rank(a))[0] ?? variants.find(isDefault);
}

function fits(variant: TextVariant, channel: ChannelName, place: Capabilities): boolean {
  if (variant.audience !== undefined && variant.audience !== place.audience) return false;
  if (variant.channel !== undefined && !variant.channel.includes(channel)) return false;
  return variant.needs.every((need) => has(place, need));
}

function has(place: Capabilities, need: VariantNeed): boolean {
  switch (need) {
    case 'buttons':
      return place.buttons > 0;
    case 'media':
      return place.media.length > 0;
    default:
      return place[need];
  }
}

function rank({ audience, channel, needs }: TextVariant): number {
  return (audience ? 100 : 0) + (channel ? 50 : 0) + needs.length;
}

function isDefault({ audience, channel, needs }: TextVariant): boolean {
  return audience === undefined && channel === undefined && needs.length === 0;
}
