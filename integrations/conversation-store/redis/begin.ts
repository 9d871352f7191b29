import type { InboundEvent } from '../../../dialogs/protocol/event.ts';
import type { ConversationState } from '../../../dialogs/protocol/state.ts';
import type { Begin, ConversationStore, StoredReply } from '../conversation-store.ts';
import { type Context, MERGES_MOST, type TakenEvent } from './context.ts';
import { inboxOf } from './entries.ts';
import { newHolder } from './new-holder.ts';
import { rememberLatest } from './remember-latest.ts';
import { listOf, numberOf, textOf } from './reply.ts';
import { SETTLES_MS, settled } from './settled.ts';
import { noteTaken } from './taken-events.ts';

type At = Parameters<ConversationStore['begin']>[0];
type Limits = Parameters<ConversationStore['begin']>[2];

const ALIASES_KNOWN = 50_000;
const SHOWN_KNOWN = 5000;

/** How a call believes to have found its conversation. */
interface Guess {
  readonly id: string;
  readonly mode: 'id' | 'fresh' | 'known';
  /** The conversation that led to it. */
  readonly from: string;
}

interface Asking {
  readonly context: Context;
  /** What it was the first time, of an event that is brought in again. */
  readonly number?: number;
  readonly event: InboundEvent | undefined;
  readonly limits: Limits;
  readonly holder: string;
  readonly aliasId: string | undefined;
}

/** What the script answered, and the state that this process had when it asked. */
interface Answer {
  readonly told: readonly unknown[];
  readonly had: ConversationState | undefined;
}

/** Alias → conversation, de-duplication, queue, lease and state: one round trip, where the conversation is known or new. */
export async function begin(context: Context, at: At, event: InboundEvent | undefined, limits: Limits): Promise<Begin> {
  await settled(context);
  const { begun, number } = await beginAt({ context, event, limits, holder: newHolder() }, at);
  if (event && number !== undefined) noteTaken(context, begun, { at, event, limits, number });
  return begun;
}

/** An event that came before: it goes to its place, and whoever sweeps runs its turn. */
export async function bringIn(context: Context, { at, event, limits, number }: TakenEvent): Promise<void> {
  await beginAt({ context, event, limits, holder: newHolder(), number }, at);
}

/** What a call found, and the number that its event has in the conversation, where it was taken. */
interface Begun {
  readonly begun: Begin;
  readonly number?: number;
}

async function beginAt(of: Omit<Asking, 'aliasId'>, at: At): Promise<Begun> {
  return 'alias' in at
    ? byAlias({ ...of, aliasId: of.context.keys.aliasId(at.alias) }, at.known)
    : byId({ ...of, aliasId: undefined }, at.conversationId);
}

async function byId(asking: Asking, id: string): Promise<Begun> {
  if (asking.context.keys.partitionOf(id) === undefined) return UNKNOWN;
  const answer = await ask(asking, { id, mode: 'id', from: '' });
  const [kind, to] = answer.told;
  if (kind === 'MOVED') return { begun: { kind: 'moved', to: await followMoves(asking.context, textOf(to)) } };
  return begunOf(answer, id, asking);
}

/** Where a merged conversation went on in the end. */
async function followMoves({ redis, keys, scripts }: Context, id: string): Promise<string> {
  let last = id;
  for (let hop = 0; hop < MERGES_MOST; hop++) {
    const next = await scripts.plain(() => redis.hget(keys.of(last).conversation, 'mv'));
    if (next === null) break;
    last = next;
  }
  return last;
}

async function byAlias(asking: Asking & { readonly aliasId: string }, told: string | undefined): Promise<Begun> {
  const { context, aliasId } = asking;
  const { aliases } = context.known;
  const home = context.keys.partitionOf(aliasId) ?? 0;
  const fresh = (from: string): Guess => ({ id: context.keys.newConversationId(home), mode: 'fresh', from });
  const believed = told ?? aliases.get(aliasId);
  let guess: Guess =
    believed !== undefined && context.keys.partitionOf(believed) !== undefined
      ? { id: believed, mode: 'known', from: '' }
      : fresh('');
  for (let hop = 0; hop < MERGES_MOST; hop++) {
    const answer = await ask(asking, guess);
    const [kind, where] = answer.told;
    if (kind === 'MOVED') {
      const to = textOf(where);
      if (told !== undefined && to !== told) return { begun: { kind: 'moved', to: await followMoves(context, to) } };
      guess = { id: to, mode: 'known', from: guess.id };
    } else if (kind === 'GONE') guess = fresh(guess.id);
    else if (kind === 'ASK') guess = (await askHome(context, aliasId, guess, told)) ?? fresh('');
    else {
      rememberLatest(aliases, aliasId, guess.id, ALIASES_KNOWN);
      return begunOf(answer, guess.id, asking);
    }
  }
  return UNKNOWN;
}

/** The conversation lies in another partition than the alias, and knows nothing of it: does the alias's home? */
async function askHome(
  { redis, keys, scripts }: Context,
  aliasId: string,
  guess: Guess,
  told: string | undefined,
): Promise<Guess | undefined> {
  const home = keys.alias(keys.partitionOf(aliasId) ?? 0, aliasId);
  if (told === guess.id) await scripts.plain(() => redis.set(home, told, 'NX'));
  const at = await scripts.plain(() => redis.get(home));
  return at === null ? undefined : { id: at, mode: 'known', from: at === guess.id ? at : guess.id };
}

async function ask({ context, event, limits, holder, aliasId, number }: Asking, guess: Guess): Promise<Answer> {
  const { keys, scripts } = context;
  const partition = keys.partitionOf(guess.id) ?? 0;
  const { conversation, inbox, seen, replies } = keys.of(guess.id);
  const { work, ages } = keys.at(partition);
  const pointer = aliasId === undefined ? [] : [keys.alias(partition, aliasId)];
  const isHome = aliasId !== undefined && keys.partitionOf(aliasId) === partition;
  const entry = event
    ? [JSON.stringify(event.id), JSON.stringify(event), JSON.stringify(event.from), JSON.stringify(event.locale)]
    : ['', '', '', ''];
  const had = context.known.states.get(guess.id);
  const args = [
    ...[context.clock(), guess.id, holder, limits.leaseMs, limits.dedupeMs, limits.inboxMax],
    ...[...entry, guess.mode, guess.from, isHome ? 1 : 0, aliasId ?? '', had?.commitId ?? ''],
    ...[number ?? '', SETTLES_MS],
  ];
  const told = await scripts.run('begin', [conversation, inbox, seen, replies, work, ages, ...pointer], args, {
    again: true,
  });
  return { told: listOf(told), had: had?.state };
}

function begunOf(answer: Answer, conversationId: string, asking: Asking): Begun {
  switch (answer.told[0]) {
    case 'RUN':
      return runOf(answer, conversationId, asking);
    case 'WAIT':
      return { begun: { kind: 'wait', conversationId }, ...numbered(answer.told[1]) };
    case 'DUP':
      return { begun: { kind: 'duplicate', conversationId, ...replyOf(answer.told[1]) } };
    case 'FULL':
      return { begun: { kind: 'full' } };
    default:
      return UNKNOWN;
  }
}

const UNKNOWN: Begun = { begun: { kind: 'unknown' } };

const numbered = (told: unknown) => (typeof told === 'number' ? { number: told } : {});

function runOf({ told, had }: Answer, conversationId: string, asking: Asking): Begun {
  const { context, event, holder, limits, aliasId } = asking;
  const [, token, version, expiresAt, attempts, , text, ...shown] = told;
  const state = stateOf(textOf(text), had);
  const inbox = inboxOf(shown, numberOf(attempts));
  const seen = { inbox, dedupeMs: limits.dedupeMs, aliasId };
  rememberLatest(context.known.shown, conversationId, seen, SHOWN_KNOWN);
  const lease = {
    ...{ conversationId, holder, token: numberOf(token) },
    ...{ version: numberOf(version), expiresAt: numberOf(expiresAt) },
  };
  return {
    begun: { kind: 'run', conversationId, lease, ...(state ? { state } : {}), inbox },
    ...numbered(inbox.find((entry) => entry.event.id === event?.id)?.seq),
  };
}

/** '=': it is as this process committed it. Else it is what an earlier commit wrote. */
const stateOf = (text: string, had: ConversationState | undefined): ConversationState | undefined =>
  text === '' ? undefined : text === '=' ? had : (JSON.parse(text) as ConversationState);

// A reply is what this store was given: JSON.
const replyOf = (text: unknown): { readonly reply?: StoredReply } =>
  typeof text === 'string' ? { reply: JSON.parse(text) as StoredReply } : {};
