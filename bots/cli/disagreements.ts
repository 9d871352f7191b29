import { Command } from 'commander';
import { z } from 'zod';
import type { ArchiveRecord } from '../../integrations/records/records.ts';
import { readSettings } from '../read-settings.ts';
import { visitRecords } from '../visit-records.ts';
import { paint } from './paint.ts';
import { wholeNumber } from './whole-number.ts';

/** More than a person reads. */
const MOST = 10_000;

const answer = z.object({
  by: z.string(),
  confidence: z.number(),
  commands: z.array(z.looseObject({ kind: z.string() })),
});
const disagreement = z.object({
  text: z.string(),
  locale: z.string(),
  at: z.object({ flow: z.string(), step: z.string() }).optional(),
  first: answer,
  second: answer,
});

export const disagreementsCommand = new Command('disagreements')
  .description(
    'What the engine of NLU_SHADOW read differently from the one that answers, newest first: the masked words and both answers (docs/how-to/use-a-language-model.md).',
  )
  .option('--limit <n>', `at most so many, up to ${MOST}`, wholeNumber(1, MOST), 100)
  .option('--json', 'print one JSON array of {"now","text","locale","at","first","second"} and nothing else')
  .action(async ({ limit, json }: { readonly limit: number; readonly json?: boolean }) => {
    const visit = await visitRecords(readSettings());
    try {
      const found = await visit.records.find({ kind: 'disagreement', limit, newestFirst: true });
      print(json ? JSON.stringify(found.map(shown)) : listOf(found));
    } finally {
      await visit.close();
    }
  });

const shown = ({ at: now, body }: ArchiveRecord) => ({ now, ...disagreement.parse(body) });

function listOf(found: readonly ArchiveRecord[]): string {
  if (found.length === 0) return paint.good('There are no disagreements.');
  return found
    .map((record) => {
      const { now, text, locale, at, first, second } = shown(record);
      const place = at ? `  at ${at.flow}/${at.step}` : '';
      return [
        `${now.slice(0, 19).replace('T', ' ')}  ${locale}  ${paint.bot(text)}${paint.soft(place)}`,
        `    ${lineOf(first)}`,
        `    ${lineOf(second)}`,
      ].join('\n');
    })
    .join('\n');
}

/** `embedded 0.52: start_flow order-status`. */
const lineOf = ({ by, confidence, commands }: z.infer<typeof answer>): string =>
  `${by} ${confidence.toFixed(2)}: ${commands.map(wordsOf).join(', ')}`;

const wordsOf = ({ kind, ...rest }: { readonly kind: string }): string =>
  [kind, ...Object.values(rest).map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))].join(' ');

const print = (line: string): void => void process.stdout.write(`${line}\n`);
