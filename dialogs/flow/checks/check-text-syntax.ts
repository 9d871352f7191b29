import { parseMessage } from '../analysis/message-parts.ts';
import { linesOf, type PlacedText, type TextLine } from '../analysis/text-usage.ts';
import { nearestName } from '../nearest-name.ts';
import type { CheckContext } from './check-context.ts';

/** Our speech tags. SSML is made from them by the renderer alone. */
const TAGS: readonly string[] = ['spell', 'digits', 'pause', 'slow', 'strong'];
const SSML =
  /<\/?\s*(speak|break|prosody|say-as|emphasis|phoneme|sub|voice|audio|lang|amazon:[a-z-]+|mstts:[a-z-]+|w|p|s)(\s[^>]*)?\/?>/i;
const EMPTY_TAG = /<\s*([a-z]+)\s*\/>/i;

/** Each string of each text by itself: ICU, tags, a default variant. */
export function checkTextSyntax(context: CheckContext): void {
  for (const text of context.texts) {
    checkDefault(text, context);
    for (const line of linesOf(text)) checkLine(line, text, context);
  }
}

function checkDefault({ variants, file, short }: PlacedText, { report }: CheckContext): void {
  const plain = variants.some((variant) => !variant.channel && variant.needs.length === 0 && !variant.audience);
  if (!plain)
    report.add(
      'variant-without-default',
      file.source,
      ['texts', short],
      `Every variant of \`${short}\` has a condition: some places would have nothing to say.`,
      undefined,
      { on: 'key' },
    );
}

function checkLine(line: TextLine, { file, locale }: PlacedText, { report }: CheckContext): void {
  const { text, path } = line;
  const ssml = SSML.exec(text);
  if (ssml) {
    report.add('ssml-not-valid', file.source, path, `${ssml[0]} is markup of a speech platform.`, undefined, {
      offset: ssml.index,
    });
    return;
  }
  const empty = EMPTY_TAG.exec(text);
  if (empty) {
    report.add(
      'spoken-markup',
      file.source,
      path,
      `${empty[0]} has nothing in it and would be read out as written.`,
      empty[1] === 'pause' ? 'Write <pause>300ms</pause>.' : undefined,
      { offset: empty.index },
    );
    return;
  }
  const parsed = parseMessage(text, locale);
  if ('error' in parsed) {
    report.add('text-syntax', file.source, path, `The text can't be read: ${parsed.error}.`, undefined, {
      offset: parsed.offset,
    });
    return;
  }
  for (const tag of new Set(parsed.parts.tags)) {
    if (TAGS.includes(tag)) continue;
    const near = nearestName(tag, TAGS);
    report.add(
      'tag-unknown',
      file.source,
      path,
      `There is no tag <${tag}>.`,
      near ? `Did you mean <${near}>?` : undefined,
    );
  }
}
