import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Cluster, Redis } from 'ioredis';
import { CatalogueError } from '../../../dialogs/protocol/errors.ts';
import { inTime } from './in-time.ts';

/** The Lua files of `scripts/`. Each says in its head what it takes, answers and keeps to. */
export type ScriptName =
  | 'ack'
  | 'ack-records'
  | 'adopt'
  | 'append'
  | 'begin'
  | 'bury'
  | 'claim'
  | 'claim-records'
  | 'commit'
  | 'count'
  | 'depart'
  | 'depths'
  | 'erase'
  | 'fire'
  | 'invite'
  | 'keep'
  | 'look'
  | 'nack'
  | 'reapply'
  | 'release'
  | 'renew'
  | 'unpoint'
  | 'waiting';

export interface Scripts {
  /**
   * One call, one round trip. With `again` it is sent once more when the answer was lost: for scripts that do nothing the second time.
   * @throws CatalogueError `store_unavailable` when Redis does not answer.
   */
  run(
    name: ScriptName,
    keys: readonly string[],
    args: readonly (string | number)[],
    how?: { readonly again: boolean },
  ): Promise<unknown>;
  /** A plain command, its faults told in the same way. */
  plain<Result>(command: () => Promise<Result>): Promise<Result>;
}

interface Script {
  readonly text: string;
  readonly sha: string;
}

const read = (name: string): string => readFileSync(new URL(`./scripts/${name}.lua`, import.meta.url), 'utf8');

/** A script's text with its parts put in, without comments. */
export const scriptText = (name: ScriptName): string =>
  read(name)
    .replace(/^--@include (\S+)$/gm, (_, part: string) => read(`parts-of-a-call/${part}`))
    .replace(/^ *--.*\n/gm, '');

const loaded = new Map<ScriptName, Script>();

function load(name: ScriptName): Script {
  const known = loaded.get(name);
  if (known) return known;
  const text = scriptText(name);
  const script = { text, sha: createHash('sha1').update(text).digest('hex') };
  loaded.set(name, script);
  return script;
}

const messageOf = (fault: unknown): string => (fault instanceof Error ? fault.message : '');

/** Faults after which the same call may go through a moment later. A timeout is one: the call may have been done. */
const PASSING =
  /timed out|Connection is closed|Stream isn't writeable|ECONN|EPIPE|LOADING|READONLY|TRYAGAIN|CLUSTERDOWN/;
/** Whoever waits hears within a second that Redis does not answer: the first try and the second are over by then. */
const ANSWER_MS = 500;
const AGAIN_AFTER_MS = 30;
const AGAIN_MS = 350;

interface Call {
  readonly name: ScriptName;
  readonly keys: readonly string[];
  readonly args: readonly (string | number)[];
}

/** `onBack`: Redis answers again after it did not. */
export function createScripts(redis: Redis | Cluster, onBack: () => void = () => {}): Scripts {
  let away = false;
  const once = async ({ name, keys, args }: Call, ms: number) => {
    const { sha, text } = load(name);
    try {
      return await inTime(redis.evalsha(sha, keys.length, ...keys, ...args), ms);
    } catch (fault) {
      // A Redis that was started anew, or whose scripts were flushed, knows none: it is told this one.
      if (!messageOf(fault).startsWith('NOSCRIPT')) throw fault;
      return await inTime(redis.eval(text, keys.length, ...keys, ...args), ms);
    }
  };
  const watched = async (call: Call, ms: number) => {
    try {
      const answer = await once(call, ms);
      if (away) {
        away = false;
        onBack();
      }
      return answer;
    } catch (fault) {
      away ||= PASSING.test(messageOf(fault));
      throw fault;
    }
  };
  return {
    run: async (name, keys, args, how) => {
      try {
        return await watched({ name, keys, args }, ANSWER_MS);
      } catch (fault) {
        if (!how?.again || !PASSING.test(messageOf(fault))) throw unavailable(fault);
      }
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
      return watched({ name, keys, args }, AGAIN_MS).catch((fault: unknown) => {
        throw unavailable(fault);
      });
    },
    plain: async (command) => {
      try {
        return await inTime(command(), ANSWER_MS);
      } catch (fault) {
        throw unavailable(fault);
      }
    },
  };
}

/** What Redis said, as an error of the catalogue: the kind of fault only, since its message may hold a key. */
export function unavailable(cause: unknown): CatalogueError {
  const kind = /^[A-Z]{3,}/.exec(messageOf(cause))?.[0];
  return new CatalogueError('store_unavailable', kind === undefined ? undefined : `Redis said ${kind}.`, { cause });
}
