import { LOCALES, type Locale } from '../../protocol/locale.ts';
import { parseMessage } from '../analysis/message-parts.ts';
import { linesOf, type PlacedText } from '../analysis/text-usage.ts';
import type { CheckContext } from './check-context.ts';

/** Fewer examples than this are few; forty and more understand well. */
const FEW_EXAMPLES = 10;

/** Every language says the same things, with the same values and all its plural forms. */
export function checkLocales(context: CheckContext): void {
  checkParity(context);
  for (const text of context.texts) checkPlurals(text, context);
  checkExamples(context);
}

function checkParity({ dialogs, texts, textsOf, textUses, report }: CheckContext): void {
  for (const [id, parsed] of dialogs.flows) {
    const files = LOCALES.map((locale) => ({ locale, file: dialogs.locales.get(locale)?.get(id) }));
    const says =
      [...textUses.keys()].some((key) => key.startsWith(`${id}.`)) ||
      files.some(({ file }) => file && Object.keys(file.texts).length > 0);
    for (const { locale, file } of files) {
      const others = files.some((other) => other.file);
      if (!file && says && others)
        report.add(
          'locale-missing',
          parsed.source,
          ['flow'],
          `The flow \`${id}\` has no ${locale}.yaml.`,
          `Write ${id}/${locale}.yaml with its texts and examples.`,
        );
    }
  }
  for (const text of texts) {
    for (const locale of LOCALES) {
      const other = textsOf(text.key).find((found) => found.locale === locale);
      const file = dialogs.locales.get(locale)?.get(text.file.flow);
      if (!other && file)
        report.add(
          'locale-missing',
          file.source,
          ['texts'],
          `The text \`${text.short}\` is missing in ${locale}; ${text.locale} has it.`,
          undefined,
          { on: 'key' },
        );
      if (other && LOCALES.indexOf(text.locale) < LOCALES.indexOf(locale)) compareValues(text, other, report);
    }
  }
}

function valuesOf(text: PlacedText): ReadonlySet<string> {
  const names = linesOf(text).flatMap((line) => {
    const parsed = parseMessage(line.text, text.locale);
    return [
      ...('parts' in parsed ? parsed.parts.values.map(({ name }) => name) : []),
      ...(line.from === undefined ? [] : [line.from]),
    ];
  });
  return new Set(names);
}

const readable = (text: PlacedText) => linesOf(text).every((line) => 'parts' in parseMessage(line.text, text.locale));

function compareValues(a: PlacedText, b: PlacedText, report: CheckContext['report']): void {
  if (!readable(a) || !readable(b)) return;
  const [left, right] = [valuesOf(a), valuesOf(b)];
  const onlyLeft = [...left].filter((name) => !right.has(name));
  const onlyRight = [...right].filter((name) => !left.has(name));
  if (onlyLeft.length === 0 && onlyRight.length === 0) return;
  const parts = [
    ...(onlyLeft.length > 0 ? [`${a.locale} alone has ${onlyLeft.join(', ')}`] : []),
    ...(onlyRight.length > 0 ? [`${b.locale} alone has ${onlyRight.join(', ')}`] : []),
  ];
  report.add(
    'locale-values-differ',
    b.file.source,
    ['texts', b.short],
    `\`${b.short}\` is filled with other values: ${parts.join('; ')}.`,
    undefined,
    { on: 'key' },
  );
}

function checkPlurals(text: PlacedText, { report }: CheckContext): void {
  for (const line of linesOf(text)) {
    const parsed = parseMessage(line.text, text.locale);
    if (!('parts' in parsed)) continue;
    for (const { name, forms, ordinal } of parsed.parts.plurals) {
      const missing = formsOf(text.locale, ordinal).filter(
        (form) => !forms.includes(form) && !(form === 'one' && forms.includes('=1')),
      );
      if (missing.length > 0)
        report.add(
          'plural-form-missing',
          text.file.source,
          line.path,
          `The plural of \`${name}\` has no form \`${missing.join('`, `')}\` (${text.locale}).`,
        );
    }
  }
}

function formsOf(locale: Locale, ordinal: boolean): readonly string[] {
  return new Intl.PluralRules(locale, { type: ordinal ? 'ordinal' : 'cardinal' }).resolvedOptions().pluralCategories;
}

function checkExamples({ dialogs, report }: CheckContext): void {
  for (const [id, parsed] of dialogs.flows) {
    const counts = LOCALES.map((locale) => {
      const file = dialogs.locales.get(locale)?.get(id);
      return { locale, file, count: file?.examples.length ?? 0 };
    });
    if (counts.every(({ count }) => count === 0)) continue; // a subflow
    for (const { locale, file, count } of counts) {
      if (count === 0)
        report.add(
          'examples-missing',
          file?.source ?? parsed.source,
          [],
          `The flow \`${id}\` has no examples in ${locale}: customers who write it can't start it.`,
        );
      else if (count < FEW_EXAMPLES && !id.startsWith('patterns/'))
        report.add(
          'examples-thin',
          file?.source ?? parsed.source,
          ['examples'],
          `The flow \`${id}\` has ${count} examples in ${locale}.`,
          undefined,
          { on: 'key' },
        );
    }
  }
}
