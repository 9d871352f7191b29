import type { Locale } from '../../protocol/locale.ts';
import { graphemes, parseMessage } from '../analysis/message-parts.ts';
import { linesOf, type PlacedText, type TextLine } from '../analysis/text-usage.ts';
import type { CheckContext } from './check-context.ts';

/** Longest text on a screen, in graphemes. */
const SCREEN: Readonly<Record<Locale, number>> = { en: 240, ja: 120 };
/** One SMS. */
const SMS: Readonly<Record<Locale, number>> = { en: 160, ja: 70 };
/** Characters that are said in one second. */
const SPOKEN_PER_SECOND: Readonly<Record<Locale, number>> = { en: 15.5, ja: 4.6 };
const LONGEST_SPEECH_SECONDS = 12;

/** Lengths, with typical values filled in. */
export function checkLengths(context: CheckContext): void {
  const speaks = context.channels.some(({ can }) => can.speech);
  for (const text of context.texts) {
    const roles = new Set((context.textUses.get(text.key) ?? []).map(({ role }) => role));
    const forAgents = roles.size > 0 && [...roles].every((role) => role === 'note');
    for (const line of linesOf(text)) {
      const typical = typicalOf(line, text);
      if (typical === undefined) continue;
      if (roles.has('label') && line.part === 'text') checkLabel(typical, line, text, context);
      else if (line.part === 'text' && !forAgents) checkScreen(typical, line, text, context);
      if (speaks && !forAgents && isSpoken(line, context)) checkSpeech(typical, line, text, context);
    }
  }
}

function typicalOf(line: TextLine, text: PlacedText): string | undefined {
  const parsed = parseMessage(line.text, text.locale);
  return 'parts' in parsed ? parsed.parts.typical : undefined;
}

/** Is a line heard as it stands? A `text` is, where the variant has no `speech` and voice may choose it. */
export function isSpoken({ part, variant }: TextLine, { channels }: CheckContext): boolean {
  if (part === 'speech' || part === 'spoken_line') return true;
  const silent = variant.needs.some((need) => need !== 'speech');
  const heardOn = variant.channel ? channels.filter(({ name }) => variant.channel?.includes(name)) : channels;
  if (silent || !heardOn.some(({ can }) => can.speech)) return false;
  if (part === 'line') return variant.list?.speech === undefined;
  return part === 'text' && variant.speech === undefined;
}

function checkScreen(typical: string, line: TextLine, text: PlacedText, { report }: CheckContext): void {
  const { variant } = line;
  const sms = variant.channel?.every((name) => name === 'sms') === true;
  const limit = sms ? SMS[text.locale] : SCREEN[text.locale];
  const length = graphemes(typical, text.locale, limit);
  if (length <= limit || variant.list || (variant.channel?.every((name) => name === 'email') ?? false)) return;
  const where = sms ? 'one SMS holds' : 'a screen takes';
  report.add(
    'text-too-long',
    text.file.source,
    line.path,
    `\`${text.short}\` has about ${length} characters, ${where} ${limit} (${text.locale}).`,
  );
}

function checkSpeech(typical: string, line: TextLine, text: PlacedText, { report }: CheckContext): void {
  const pace = SPOKEN_PER_SECOND[text.locale];
  const said = typical.replace(/[\s、。,.!?]+/g, ' ');
  const seconds = graphemes(said, text.locale, pace * LONGEST_SPEECH_SECONDS) / pace;
  if (seconds <= LONGEST_SPEECH_SECONDS) return;
  const hint = line.part === 'text' ? 'Write a shorter `speech`.' : undefined;
  report.add(
    'speech-too-long',
    text.file.source,
    line.path,
    `\`${text.short}\` takes about ${Math.round(seconds)} seconds to say (${text.locale}), at most ${LONGEST_SPEECH_SECONDS}.`,
    hint,
  );
}

function checkLabel(typical: string, line: TextLine, text: PlacedText, { channels, report }: CheckContext): void {
  const length = graphemes(typical, text.locale, 0);
  const shown = channels.filter(
    ({ name, can }) => can.buttons > 0 && (!line.variant.channel || line.variant.channel.includes(name)),
  );
  // A variant of its own serves its channel; the default serves the others.
  const served = line.variant.channel
    ? shown
    : shown.filter(({ name }) => !text.variants.some((variant) => variant.channel?.includes(name)));
  const cut = served.filter(({ can }) => length > can.buttonLabelLength);
  if (cut.length === 0) return;
  const list = cut.map(({ name, can }) => `${name} (${can.buttonLabelLength})`).join(', ');
  report.add(
    'label-too-long',
    text.file.source,
    line.path,
    `The label \`${text.short}\` has ${length} characters (${text.locale}) and is cut on ${list}.`,
  );
}
