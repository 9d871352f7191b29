import type { Locale } from '../protocol/locale.ts';
import type { ProblemReport } from './flow-problem.ts';
import { authoredLocale, parseExample, parseText } from './locale-schema.ts';
import { reportIssues } from './report-issues.ts';
import type { SourceFile, SourcePath } from './source-file.ts';
import type { Example, TextVariant } from './text.ts';

/** A flow's words in one language, with their places. */
export interface ParsedLocale {
  readonly flow: string;
  readonly locale: Locale;
  readonly source: SourceFile;
  /** By short key. */
  readonly texts: Readonly<Record<string, readonly TextVariant[]>>;
  readonly examples: readonly { readonly example: Example; readonly path: SourcePath }[];
}

/** Reads one locale file. Texts and examples that can't be read are reported and left out. */
export function parseLocale(source: SourceFile, flow: string, locale: Locale, report: ProblemReport): ParsedLocale {
  const empty: ParsedLocale = { flow, locale, source, texts: {}, examples: [] };
  if (source.value === undefined || source.value === null) return empty;
  let read = authoredLocale.safeParse(source.value);
  if (!read.success) {
    reportIssues(read.error.issues, authoredLocale, source, [], report);
    read = authoredLocale.safeParse(withoutBroken(source.value, read.error.issues));
  }
  if (!read.success) return empty;
  const texts = Object.entries(read.data.texts).map(([key, text]) => [key, parseText(text)] as const);
  const examples = read.data.examples.flatMap((entry, index) =>
    parseExample(entry).map(({ example, path }) => ({ example, path: ['examples', index, ...path] })),
  );
  return { ...empty, texts: Object.fromEntries(texts), examples };
}

/** The file's data without the texts and examples that the schema refused. */
function withoutBroken(value: unknown, issues: readonly { readonly path: readonly PropertyKey[] }[]): unknown {
  if (typeof value !== 'object' || value === null) return {};
  const { texts, examples } = value as { readonly texts?: unknown; readonly examples?: unknown }; // looked at below
  const refused = (part: string) =>
    new Set(issues.filter((issue) => issue.path[0] === part).map((issue) => String(issue.path[1])));
  const badTexts = refused('texts');
  const badExamples = refused('examples');
  const keptTexts =
    typeof texts === 'object' && texts !== null && !Array.isArray(texts)
      ? Object.entries(texts).filter(([key]) => !badTexts.has(key))
      : [];
  const keptExamples = Array.isArray(examples) ? examples.filter((_, index) => !badExamples.has(String(index))) : [];
  return { texts: Object.fromEntries(keptTexts), examples: keptExamples };
}
