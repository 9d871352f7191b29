import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { LabelledText } from '../../../integrations/nlu/embedded/measure/labelled-text.ts';

/** One file of a data set, with the parts that its format tells apart. */
export interface DataSetFile {
  readonly train: readonly LabelledText[];
  readonly validation: readonly LabelledText[];
  readonly test: readonly LabelledText[];
}

const csvRow = z.looseObject({ text: z.string(), category: z.string() });
const jsonRow = z.object({ text: z.string(), intent: z.string() });
const pair = z.tuple([z.string(), z.string()]);
const clinc = z.looseObject({
  train: z.array(pair),
  val: z.array(pair).default([]),
  test: z.array(pair),
  oos_train: z.array(pair).default([]),
  oos_test: z.array(pair).default([]),
});

/**
 * Reads a data set: `.csv` with the columns text and category, `.jsonl` with {"text","intent"} per line, or CLINC's `.json` with the
 * keys train, val, test, oos_train and oos_test.
 * @param oosLabel intent of out-of-scope rows; CLINC's oos_* rows are given it
 */
export async function readDataSet(file: string, oosLabel: string): Promise<DataSetFile> {
  const content = await readFile(file, 'utf8');
  try {
    if (path.extname(file) === '.json') return clincSet(clinc.parse(JSON.parse(content)), oosLabel);
    const rows = path.extname(file) === '.csv' ? csvRows(content) : jsonlRows(content);
    return { train: rows, validation: [], test: rows };
  } catch (error) {
    throw new Error(`${file}: ${reasonOf(error)}`);
  }
}

/** Rows of a `.jsonl` file, one {"text","intent"} per line. */
export function jsonlRows(content: string): readonly LabelledText[] {
  return content.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [jsonRow.parse(JSON.parse(line))];
    } catch (error) {
      throw new Error(`line ${index + 1}: ${reasonOf(error)}`);
    }
  });
}

function csvRows(content: string): readonly LabelledText[] {
  const options = { columns: true, bom: true, skip_empty_lines: true };
  const rows = z.array(csvRow).parse(parse(content, options));
  return rows.map(({ text, category }) => ({ text, intent: category }));
}

function clincSet(set: z.infer<typeof clinc>, oosLabel: string): DataSetFile {
  const rows = (pairs: readonly (readonly [string, string])[]) => pairs.map(([text, intent]) => ({ text, intent }));
  const out = (pairs: readonly (readonly [string, string])[]) => pairs.map(([text]) => ({ text, intent: oosLabel }));
  return {
    train: [...rows(set.train), ...out(set.oos_train)],
    validation: rows(set.val),
    test: [...rows(set.test), ...out(set.oos_test)],
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    return `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim();
  }
  return error instanceof Error ? error.message : String(error);
}
