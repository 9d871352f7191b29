import { LOCALES } from '../../dialogs/protocol/locale.ts';
import { goldRows } from './gold-rows.ts';
import { type GoldScore, scoreGold } from './score-gold.ts';

const scores = { en: scoreGold('en'), ja: scoreGold('ja') };

const share = (of: readonly GoldScore[], is: (score: GoldScore) => boolean) => of.filter(is).length / of.length;

const line = (name: string, of: readonly GoldScore[]) => {
  const shown = (rows: readonly GoldScore[], is: (score: GoldScore) => boolean) =>
    (rows.length > 0 ? `${(100 * share(rows, is)).toFixed(1)}` : '-').padStart(8);
  const held = of.filter((score) => score.held);
  const right = (score: GoldScore) => score.right;
  return `${name.padEnd(18)}${String(of.length).padStart(5)}${shown(of, right)}${shown(held, right)}${shown(of, ({ exact }) => exact)}`;
};

/** Shares in percent: of all rows of a kind, of those held back, and of those whose spans are right to the letter. */
function tableOf(rows: readonly GoldScore[]): string {
  const kinds = [...new Set(rows.flatMap((score) => score.kinds))];
  const header = `${'kind'.padEnd(18)}${'rows'.padStart(5)}${'right'.padStart(8)}${'held'.padStart(8)}${'letter'.padStart(8)}`;
  const byKind = kinds.map((kind) =>
    line(
      kind,
      rows.filter((score) => score.kinds.includes(kind)),
    ),
  );
  return [header, ...byKind, line('all', rows)].join('\n');
}

describe.each(LOCALES)('values in gold sentences in %s', (locale) => {
  const rows = scores[locale];
  const wrong = (held: boolean) => rows.filter((score) => !score.right && score.held === held);

  it('are found exactly at least 97 times in 100', () => {
    if (process.env['GOLD_TABLE']) console.log(tableOf(rows));
    const shown = wrong(false).map(({ text, found }) => `${text} → ${JSON.stringify(found)}`);
    if (share(rows, ({ right }) => right) < 0.97) throw new Error(`${tableOf(rows)}\n${shown.join('\n')}`);
  });

  it('are found as well in the rows that were held back', () => {
    const held = rows.filter((score) => score.held);
    expect(share(held, ({ right }) => right)).toBeGreaterThanOrEqual(0.95);
  });

  it('stand in their text, once each', () => {
    const texts = goldRows.entities(locale).map(({ text, asked, now, zone }) => `${text}|${asked}|${now}|${zone}`);
    expect(new Set(texts).size).toBe(texts.length);
    for (const { text, expect: values } of goldRows.entities(locale))
      for (const value of values) expect(text).toContain(value.text);
  });

  it('are looked for in no fewer than 300 sentences', () => {
    expect(goldRows.entities(locale).length).toBeGreaterThanOrEqual(300);
  });
});
