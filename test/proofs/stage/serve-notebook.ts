import { setTimeout as pause } from 'node:timers/promises';
import type { Dice } from '../../../integrations/demo-world/dice.ts';
import type { HistoryKeeper } from '../history/create-history.ts';
import { endJson, type Served, serveHttp } from './serve-http.ts';

/** How the company's back end behaves; likelihoods from 0 to 1. */
export interface NotebookManners {
  /** Refuses before anything is done. */
  readonly fails: number;
  /** Does it, and the answer is lost. */
  readonly losesAnswer: number;
  /** Answers after so long at most, in milliseconds. */
  readonly slowestMs: number;
  /** Nobody is there: every connection breaks. */
  readonly dead: boolean;
}

export const GOOD_MANNERS: NotebookManners = { fails: 0, losesAnswer: 0, slowestMs: 0, dead: false };
/** Back ends as they are. */
export const USUAL_MANNERS: NotebookManners = { fails: 0.03, losesAnswer: 0.03, slowestMs: 40, dead: false };

export interface Notebook extends Served {
  manners: NotebookManners;
}

/** A company's back end that writes notes down: a key that it knows is answered as the first time and nothing is done again. */
export async function serveNotebook(history: HistoryKeeper, dice: Dice, manners = GOOD_MANNERS): Promise<Notebook> {
  const known = new Set<string>();
  const served = await serveHttp(async (request, body, response) => {
    const { fails, losesAnswer, slowestMs, dead } = notebook.manners;
    if (dead) return void response.destroy();
    if (dice.chance(fails)) return endJson(response, 503, {});
    if (request.method === 'GET') return endJson(response, 200, { count: known.size });
    const { note } = JSON.parse(body);
    const key = String(request.headers['idempotency-key'] ?? `without a key ${known.size}`);
    history.note({ kind: 'effect', message: String(note), key, known: known.has(key) });
    known.add(key);
    if (slowestMs > 0) await pause(dice.int(0, slowestMs));
    if (dice.chance(losesAnswer)) response.destroy();
    else endJson(response, 200, {});
  });
  const notebook: Notebook = { ...served, manners };
  return notebook;
}
