import { SCORED_FLOWS } from './predicted-intent.ts';

/** How one row was read. */
export interface ScoredReading {
  /** What the row says is meant. */
  readonly intent: string;
  readonly predicted: string;
  /** The bot asked which of two or three things is meant. */
  readonly confirmed: boolean;
}

export interface IntentScore {
  readonly n: number;
  /** Share of this intent's rows that were predicted as it. */
  readonly recall: number;
  /** Share of the predictions of this intent that were right; null where there were none. */
  readonly precision: number | null;
}

export interface EvalFigures {
  readonly intents: Readonly<Record<string, IntentScore>>;
  readonly accuracy: number;
  /** Share of the `out_of_scope` rows that were predicted as one of the four flows; null where there are none. */
  readonly false_trigger_rate: number | null;
  /** Share of all rows at which the bot asked what is meant. */
  readonly confirm_rate: number;
}

/** Scores of all rows. @param rows at least one */
export function scoreReadings(rows: readonly ScoredReading[]): EvalFigures {
  const intents = [...new Set(rows.map(({ intent }) => intent))].sort();
  const strange = rows.filter(({ intent }) => intent === 'out_of_scope');
  return {
    intents: Object.fromEntries(intents.map((intent) => [intent, scoreOf(intent, rows)])),
    accuracy: shareOf(rows, isRight) ?? 0,
    false_trigger_rate: shareOf(strange, ({ predicted }) => SCORED_FLOWS.includes(predicted)),
    confirm_rate: shareOf(rows, ({ confirmed }) => confirmed) ?? 0,
  };
}

function scoreOf(intent: string, rows: readonly ScoredReading[]): IntentScore {
  const own = rows.filter((row) => row.intent === intent);
  const predicted = rows.filter((row) => row.predicted === intent);
  return { n: own.length, recall: shareOf(own, isRight) ?? 0, precision: shareOf(predicted, isRight) };
}

const isRight = ({ intent, predicted }: ScoredReading): boolean => intent === predicted;

function shareOf<Row>(rows: readonly Row[], is: (row: Row) => boolean): number | null {
  return rows.length === 0 ? null : rows.filter(is).length / rows.length;
}
