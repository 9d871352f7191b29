import type { Findings } from '../history/check-history.ts';
import type { Figure } from './proof.ts';

/** A number that may not be above `most`. */
export const atMost = (name: string, value: number, most: number, unit?: string): Figure => ({
  ...{ name, value, kept: value <= most, promised: most === 0 ? '0' : `at most ${most.toLocaleString('en')}` },
  ...(unit ? { unit } : {}),
});

/** A number that may not be below `least`. */
export const atLeast = (name: string, value: number, least: number, unit?: string): Figure => ({
  ...{ name, value, kept: value >= least, promised: `at least ${least.toLocaleString('en')}` },
  ...(unit ? { unit } : {}),
});

/** A number that may be neither below `least` nor above `most`. */
export const within = (name: string, value: number, least: number, most: number, unit?: string): Figure => ({
  ...{ name, value, kept: value >= least && value <= most, promised: `${least} to ${most}` },
  ...(unit ? { unit } : {}),
});

/** A number that is told for its own sake. */
export const seen = (name: string, value: number, unit?: string): Figure => ({
  ...{ name, value, kept: true },
  ...(unit ? { unit } : {}),
});

/** Counts of a history, or of several added up. */
export interface Counts {
  readonly messages: number;
  readonly lost: number;
  readonly doubleEffects: number;
  readonly outOfOrder: number;
  readonly duplicates: number;
  /** Of the duplicates, those outside the one window that is stated. */
  readonly unstated: number;
  readonly faults: number;
  /** Requests that broke, and were answered with a later one. */
  readonly saidLater: number;
  /** Requests that broke before the bot had them. */
  readonly notTaken: number;
  readonly longestMs: number;
}

export const countsOf = (found: Findings): Counts => ({
  messages: found.messages,
  lost: found.lost.length,
  doubleEffects: found.doubleEffects.length,
  outOfOrder: found.outOfOrder.length,
  duplicates: found.duplicateReplies.length,
  unstated: found.duplicateReplies.filter(({ stated }) => !stated).length,
  faults: found.faults.length,
  saidLater: found.saidLater.length,
  notTaken: found.notTaken.length,
  longestMs: Math.round(found.waits[0]?.ms ?? 0),
});

export const addCounts = (all: readonly Counts[]): Counts => {
  const sum = (of: (counts: Counts) => number) => all.reduce((total, each) => total + of(each), 0);
  return {
    messages: sum((each) => each.messages),
    lost: sum((each) => each.lost),
    doubleEffects: sum((each) => each.doubleEffects),
    outOfOrder: sum((each) => each.outOfOrder),
    duplicates: sum((each) => each.duplicates),
    unstated: sum((each) => each.unstated),
    faults: sum((each) => each.faults),
    saidLater: sum((each) => each.saidLater),
    notTaken: sum((each) => each.notTaken),
    longestMs: Math.max(0, ...all.map((each) => each.longestMs)),
  };
};

/** The promise that every proof under load holds to. */
export const promised = (counts: Counts): readonly Figure[] => [
  seen('messages', counts.messages),
  atMost('lost', counts.lost, 0),
  atMost('done more than once', counts.doubleEffects, 0),
  atMost('out of order', counts.outOfOrder, 0),
  atMost('answered again outside the stated window', counts.unstated, 0),
  seen('answered again in the stated window', counts.duplicates - counts.unstated),
  atMost('other faults', counts.faults, 0),
  ...(counts.saidLater + counts.notTaken > 0 ? brokenRequests(counts) : []),
  seen('longest wait for an answer', counts.longestMs, 'ms'),
];

const brokenRequests = ({ saidLater, notTaken }: Counts): readonly Figure[] => [
  seen('requests that broke and were answered with the next one', saidLater),
  seen('requests that broke before they were taken, nothing done', notTaken),
];
