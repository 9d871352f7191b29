import type { Locale } from '../../../../dialogs/protocol/locale.ts';
import type { Encoder } from '../../encoder.ts';
import { chooseThreshold, type Held } from './choose-threshold.ts';
import { correlate } from './correlate.ts';
import type { LabelledText } from './labelled-text.ts';
import { type Guess, learnDataSet, type ReadRow, type ReadText, readTexts } from './learn-data-set.ts';

/** A data set with its parts told apart. `oos` rows are out of scope: they stand for nothing that the model knows. */
export interface DataSet {
  readonly locale: Locale;
  readonly train: readonly LabelledText[];
  /** Out-of-scope sentences to learn from; empty where none are to be used. */
  readonly oosTrain: readonly string[];
  /** In-scope rows for the threshold; where there are none, training rows are cross-validated. */
  readonly validation: readonly LabelledText[];
  readonly test: readonly LabelledText[];
  readonly oosTest: readonly string[];
}

/** Fractions 0 to 1; `null` where the test rows hold nothing out of scope, and no threshold applies. */
export interface DataSetFigures {
  readonly in_scope_accuracy: number;
  readonly oos_recall: number | null;
  readonly mcc: number | null;
  readonly train_ms: number;
  /** Microseconds to understand one message, after a warm-up. */
  readonly p50_us: number;
  readonly p95_us: number;
  /** Megabytes (2^20) that the process holds at the end. */
  readonly rss_mb: number;
}

export interface MeasureOptions {
  readonly encoder?: Encoder;
  /** Is told what is done now. */
  readonly progress?: (what: string) => void;
}

const FOLDS = 5;
/** Many rows tell enough in fewer folds. */
const FEWER_FOLDS = 3;
const MANY_ROWS = 5000;
const WARM_UP = 200;
/** Messages of which the time is taken. */
const TIMED = 1000;
/** Stands for a sentence that is rejected, or to be rejected. */
const REJECTED = '\u0000rejected';

/** Trains the engine on a data set and scores it on the test rows, which are used for nothing else. */
export async function measureDataSet(set: DataSet, options: MeasureOptions = {}): Promise<DataSetFigures> {
  const { encoder, progress = () => {} } = options;
  const begun = performance.now();
  progress(`learning ${set.train.length} rows`);
  const rows = await readRows(set, encoder);
  const guess = learnDataSet(rows);
  const trainMs = performance.now() - begun;
  const hasOos = set.oosTest.length > 0;
  const threshold = hasOos ? await thresholdOf(set, rows, guess, options) : Number.NEGATIVE_INFINITY;
  progress(`reading ${set.test.length + set.oosTest.length} test rows`);
  const texts = [...set.test.map(({ text }) => text), ...set.oosTest];
  const read = await readTexts(texts, set.locale, encoder);
  const understood = read.map(guess).map(({ intent, score }) => (score < threshold ? REJECTED : intent));
  const meant = [...set.test.map(({ intent }) => intent), ...set.oosTest.map(() => REJECTED)];
  const pairs = meant.map((each, index) => ({ meant: each, understood: understood[index] ?? REJECTED }));
  const isRight = (pair: (typeof pairs)[number]) => pair.meant === pair.understood;
  progress('taking the time');
  const took = await timeMessages(texts, set.locale, guess, encoder);
  return {
    in_scope_accuracy: share(pairs.slice(0, set.test.length), isRight),
    oos_recall: hasOos ? share(pairs.slice(set.test.length), isRight) : null,
    mcc: hasOos ? correlate(pairs) : null,
    train_ms: Math.round(trainMs),
    p50_us: percentile(took, 0.5),
    p95_us: percentile(took, 0.95),
    rss_mb: Math.round(process.memoryUsage.rss() / 2 ** 20),
  };
}

async function readRows({ train, oosTrain, locale }: DataSet, encoder?: Encoder): Promise<readonly ReadRow[]> {
  const read = await readTexts([...train.map(({ text }) => text), ...oosTrain], locale, encoder);
  return read.map((text, index): ReadRow => {
    const intent = train[index]?.intent;
    return intent === undefined ? text : { ...text, intent };
  });
}

async function thresholdOf(
  { validation, locale }: DataSet,
  rows: readonly ReadRow[],
  guess: (text: ReadText) => Guess,
  { encoder, progress = () => {} }: MeasureOptions,
): Promise<number> {
  if (validation.length === 0) return chooseThreshold(crossValidate(rows, progress));
  progress(`choosing the threshold on ${validation.length} validation rows`);
  const read = await readTexts(
    validation.map(({ text }) => text),
    locale,
    encoder,
  );
  return chooseThreshold(read.map((text, index) => heldOf(guess(text), validation[index]?.intent)));
}

/** Every in-scope row as models without its fold read it. Folds take each intent's rows in turn. */
function crossValidate(rows: readonly ReadRow[], progress: (what: string) => void): readonly Held[] {
  const folds = rows.length > MANY_ROWS ? FEWER_FOLDS : FOLDS;
  const seen = new Map<string | undefined, number>();
  const foldOf = rows.map(({ intent }) => {
    const turn = seen.get(intent) ?? 0;
    seen.set(intent, turn + 1);
    return turn % folds;
  });
  return Array.from({ length: folds }, (_, fold) => {
    progress(`choosing the threshold: part ${fold + 1} of ${folds}`);
    const guess = learnDataSet(rows.filter((_row, index) => foldOf[index] !== fold));
    const held = rows.filter(({ intent }, index) => foldOf[index] === fold && intent !== undefined);
    return held.map((row) => heldOf(guess(row), row.intent));
  }).flat();
}

const heldOf = ({ intent, score }: Guess, meant: string | undefined): Held => ({ right: intent === meant, score });

/** Microseconds per message, each by itself as in a talk. */
async function timeMessages(
  texts: readonly string[],
  locale: Locale,
  guess: (text: ReadText) => Guess,
  encoder?: Encoder,
): Promise<readonly number[]> {
  const every = Math.max(1, Math.floor(texts.length / TIMED));
  const sample = texts.filter((_, index) => index % every === 0).slice(0, TIMED);
  const took: number[] = [];
  for (const text of [...sample.slice(0, WARM_UP), ...sample]) {
    const begun = performance.now();
    for (const read of await readTexts([text], locale, encoder)) guess(read);
    took.push((performance.now() - begun) * 1000);
  }
  return took.slice(-sample.length).sort((a, b) => a - b);
}

const percentile = (sorted: readonly number[], share: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);

function share<Row>(rows: readonly Row[], is: (row: Row) => boolean): number {
  return rows.length === 0 ? 0 : rows.filter(is).length / rows.length;
}
