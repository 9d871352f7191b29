import type { Locale } from '../../protocol/locale.ts';
import { parseMessage } from '../analysis/message-parts.ts';
import { linesOf, type PlacedText, type PlacedTextUse, type TextLine } from '../analysis/text-usage.ts';
import type { SlotDefinition } from '../slot-definition.ts';
import type { CheckContext } from './check-context.ts';
import { isSpoken } from './check-lengths.ts';
import { slotsIn } from './check-texts.ts';

const URL_OR_MAIL =
  /https?:\/\/|\bwww\.|[\w.+-]+@[\w-]+\.[a-z]{2,}|\b[a-z0-9-]+\.(?:com|net|org|io|jp|co\.jp|example)\b/i;
const EMOJI = /(?![\d#*©®™〰〽])\p{Extended_Pictographic}/u;
const MARKUP = /\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\)|`[^`]+`|^#{1,6}\s|^\s*[-*•]\s|&[a-z]+;|&#\d+;/im;
const NEEDS_EYES: Readonly<Record<Locale, RegExp>> = {
  en: /\b(?:click(?:ing)?|tap(?:ping)?|scroll|swipe|below|the following|see (?:above|here)|shown (?:here|above)|on (?:your|the) screen)\b/i,
  ja: /クリック|タップ|スクロール|以下の|下記|上記|次の通り|画面/,
};
const LONG_LIST: Readonly<Record<Locale, RegExp>> = {
  en: /(?:[^,.?!:;]+,\s+){3,}(?:and|or)\s/i,
  ja: /(?:[^、。?!]{1,14}、){3,}(?!の)[^、。?!]{1,14}(?:の(?:うち|どれ|いずれ|中)|から(?:お選び)?|がございます|があります)/,
};
/** Read as one number, these are no use to anyone. */
const BARE_DIGITS = /\d[\d-]{4,}/;
const NUMBER_TYPES: ReadonlySet<string> = new Set(['order_number', 'contract_number', 'phone_number', 'postal_code']);

/** Words that are heard: no address, no picture, nothing that wants eyes or hands, no number read as one. */
export function checkSpokenForm(context: CheckContext): void {
  if (!context.channels.some(({ can }) => can.speech)) return;
  for (const text of context.texts) {
    const uses = context.textUses.get(text.key) ?? [];
    if (uses.length > 0 && uses.every(({ role }) => role === 'note')) continue;
    for (const line of linesOf(text)) {
      if (!isSpoken(line, context)) continue;
      checkWords(line, text, context);
      checkNumbers(line, text, uses, context);
      checkPersonal(line, text, uses, context);
    }
  }
}

const cure = (line: TextLine) =>
  line.part === 'text' ? 'Write a `speech` for those who only hear; `text` stays for screens.' : undefined;

function checkWords(line: TextLine, { file, locale, short }: PlacedText, { report }: CheckContext): void {
  const parsed = parseMessage(line.text, locale);
  if (!('parts' in parsed)) return;
  const words = parsed.parts.typical;
  const found = (pattern: RegExp) => pattern.exec(words)?.[0].trim();
  const add = (code: Parameters<typeof report.add>[0], message: string) =>
    report.add(code, file.source, line.path, message, cure(line));
  const address = found(URL_OR_MAIL);
  if (address) add('spoken-url', `\`${short}\` speaks an address: ${address}`);
  const emoji = found(EMOJI);
  if (emoji) add('spoken-emoji', `\`${short}\` speaks an emoji: ${emoji}`);
  const markup = found(MARKUP);
  if (markup) add('spoken-markup', `\`${short}\` speaks markup, which would be read out as written: ${markup}`);
  const eyes = found(NEEDS_EYES[locale]);
  if (eyes) add('spoken-click', `\`${short}\` needs eyes or hands: "${eyes}".`);
  const list = found(LONG_LIST[locale]);
  if (list) add('spoken-long-list', `\`${short}\` lists more than three things by voice.`);
}

function checkNumbers(
  line: TextLine,
  { file, locale, short }: PlacedText,
  uses: readonly PlacedTextUse[],
  context: CheckContext,
): void {
  const parsed = parseMessage(line.text, locale);
  if (!('parts' in parsed)) return;
  const digits = BARE_DIGITS.exec(parsed.parts.bare)?.[0];
  const value = parsed.parts.values.find(
    ({ name, use, tags }) =>
      use === 'plain' && !tags.includes('digits') && !tags.includes('spell') && isNumberSlot(name, uses, context),
  );
  const what = digits ?? (value && `{${value.name}}`);
  if (what)
    context.report.add(
      'spoken-bare-digits',
      file.source,
      line.path,
      `\`${short}\` speaks ${what} as one number or word.`,
      `Write <spell>${what}</spell> or <digits>${what}</digits> in \`speech\`.`,
    );
}

function isNumberSlot(name: string, uses: readonly PlacedTextUse[], context: CheckContext): boolean {
  return uses.some((use) => slotsIn(name, use, context).some((slot: SlotDefinition) => NUMBER_TYPES.has(slot.type)));
}

/** Dates, counts and choices of a personal record may be told to the one who proved who they are; names, addresses and numbers not aloud. */
function checkPersonal(
  line: TextLine,
  { file, locale, short }: PlacedText,
  uses: readonly PlacedTextUse[],
  context: CheckContext,
): void {
  const parsed = parseMessage(line.text, locale);
  if (!('parts' in parsed)) return;
  const spoken = parsed.parts.values.find(
    ({ name, use }) =>
      use === 'plain' &&
      uses.some((placed) => {
        const written = Object.hasOwn(placed.with, name) ? placed.with[name] : `slots.${name}`;
        // A field of a record is judged by its action, which names what may be told.
        const whole = typeof written === 'string' && /^\s*slots\.[a-z0-9_]+\s*$/.test(written);
        return (
          whole &&
          slotsIn(name, placed, context).some(
            (slot) => slot.sensitivity === 'personal' && slot.type !== 'record' && slot.type !== 'list',
          )
        );
      }),
  );
  if (spoken)
    context.report.add(
      'personal-spoken',
      file.source,
      line.path,
      `\`${short}\` speaks \`${spoken.name}\` aloud, which is personal.`,
    );
}
