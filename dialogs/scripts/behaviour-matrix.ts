import type { FlowBook } from '../flow/flow-book.ts';
import type { EventBody } from '../protocol/event.ts';
import type { Locale } from '../protocol/locale.ts';
import type { ConversationState, Frame } from '../protocol/state.ts';
import { isRecord } from '../protocol/value.ts';
import { type ScriptPorts, startScriptConversation, type TurnResult } from './script-conversation.ts';
import type { WaitingState } from './waiting-states.ts';

type Words = Readonly<Record<Locale, string>>;

/** What a behaviour must lead to. */
type Claim = (cell: {
  readonly before: ConversationState;
  readonly results: readonly TurnResult[];
  /** What was said, one for each result; empty where nothing was. */
  readonly words: readonly string[];
  readonly book: FlowBook;
}) => string | undefined;

/** Something that customers do at any step, in their own words, and what must come of it. */
export interface Behaviour {
  readonly name: string;
  readonly says: readonly (Words | EventBody)[];
  readonly claim: Claim;
  /** What must come of it while the customer waits for a person; absent: the talk stays in the queue, the words with it. */
  readonly whileQueued?: Claim;
}

const isWords = (said: Words | EventBody): said is Words => 'en' in said;

const asks = (state: ConversationState): Frame | undefined => state.stack.at(-1);

/** The frame that waited before still waits at the same step, with the same slots. */
const staysAtStep: Claim = ({ before, results }) => {
  const was = asks(before);
  const state = results.at(-1)?.state;
  if (!was || !state) return 'nothing waited';
  const still = state.stack.find((frame) => frame.flow === was.flow && frame.step === was.step);
  if (!still)
    return `left ${was.flow} ${was.step} for ${state.stack.map((frame) => `${frame.flow} ${frame.step}`).join(' > ') || 'nothing'}`;
  if (JSON.stringify(still.slots) !== JSON.stringify(was.slots))
    return `slots changed from ${JSON.stringify(was.slots)} to ${JSON.stringify(still.slots)}`;
  return undefined;
};

const speaks: Claim = ({ results }) =>
  results.every((result) => result.messages.length > 0) ? undefined : 'the bot said nothing';

/** Every event leaves the customer a way on: the bot waits, a person has the talk, or the talk is closed. */
const hasWayOn: Claim = ({ results }) => {
  const state = results.at(-1)?.state;
  if (state?.control.owner !== 'bot' || state.closed || state.stack.length === 0) return undefined;
  return asks(state)?.waiting || state.calls.length > 0
    ? undefined
    : 'the talk hangs: nothing is asked and nothing runs';
};

const both =
  (...claims: readonly Claim[]): Claim =>
  (cell) =>
    claims.map((claim) => claim(cell)).find((fault) => fault !== undefined);

/** A free-text question takes whatever is said as its answer: only a way on can be asked of it. */
const staysUnlessFreeText: Claim = (cell) => {
  const top = asks(cell.before);
  const step = top && cell.book.flows[top.flow]?.steps[top.step]?.step;
  const slot =
    step?.kind === 'collect'
      ? (cell.book.flows[top?.flow ?? '']?.slots[step.slot] ?? cell.book.slots[step.slot])
      : undefined;
  return slot?.type === 'text' ? hasWayOn(cell) : both(speaks, staysOrOffers)(cell);
};

/** Tries are bounded: the last one leads on to an offer instead of asking again. */
const staysOrOffers: Claim = (cell) => (staysAtStep(cell) === undefined ? undefined : hasWayOn(cell));

const inQueue: Claim = ({ results }) => {
  const state = results.at(-1)?.state;
  if (state?.control.owner !== 'queue') return `control is ${state?.control.owner}, not queue`;
  return results.some((result) => result.effects.some((effect) => effect.kind === 'handoff' && effect.phase === 'open'))
    ? undefined
    : 'no context was written';
};

/** Whatever is said while waiting for a person goes to the desk in the customer's own words. */
const keepsWords: Claim = ({ before, results, words }) => {
  const lost = words.findIndex((said, i) => {
    const waited = (results[i - 1]?.state ?? before).control.owner === 'queue';
    return waited && said.trim() !== '' && !results[i]?.effects.some((it) => it.kind === 'relay' && it.text === said);
  });
  return lost < 0 ? undefined : `the desk never heard “${words[lost]?.slice(0, 80)}”`;
};

/** Waiting for a person costs nothing and ends only when the customer says so. */
const staysQueued: Claim = (cell) => {
  const owner = cell.results.at(-1)?.state.control.owner;
  return owner === 'queue' ? keepsWords(cell) : `control is ${owner}, not queue`;
};

/** "Never mind" gives the talk back to the bot, which goes on. */
const takesBack: Claim = (cell) => {
  const withdrawn = cell.results.some(({ effects }) =>
    effects.some((effect) => effect.kind === 'handoff' && effect.phase === 'withdraw'),
  );
  if (!withdrawn) return 'the desk was not told that the customer no longer waits';
  return both(keepsWords, speaks, hasWayOn)(cell);
};

const flowIsOver: Claim = ({ before, results }) => {
  const was = before.stack.findLast((frame) => frame.cause !== 'pattern');
  const state = results.at(-1)?.state;
  if (!was) return undefined;
  return state?.stack.some((frame) => frame.flow === was.flow && frame.step === was.step && frame.waiting)
    ? `${was.flow} still waits`
    : undefined;
};

/** "Never mind" where repair asked declines what it offered, and what waits below goes on; anywhere else it ends the request. */
const declinesOrEnds: Claim = (cell) => {
  const was = asks(cell.before);
  if (was?.cause !== 'pattern') return flowIsOver(cell);
  const still = cell.results.at(-1)?.state.stack.some((frame) => frame.flow === was.flow && frame.step === was.step);
  return still ? `${was.flow} still asks` : undefined;
};

const speaksOther: Claim = ({ before, results }) => {
  const state = results.at(-1)?.state;
  return state && state.locale !== before.locale ? undefined : `the language stayed ${before.locale}`;
};

const repeated: Claim = ({ before, results }) => {
  const last = before.lastSaid.at(-1)?.text;
  const said = results
    .flatMap((result) => result.effects)
    .flatMap((effect) => (effect.kind === 'say' ? [effect.text] : []));
  return !last || said.includes(last) ? undefined : `said ${said.join(', ')} instead of ${last} again`;
};

const skips: Claim = (cell) => {
  const top = asks(cell.before);
  const step = top && cell.book.flows[top.flow]?.steps[top.step]?.step;
  return step?.kind === 'collect' && step.skippable ? hasWayOn(cell) : both(speaks, staysOrOffers)(cell);
};

/** Every behaviour of the conversation that must work at every waiting step. None of these sentences is a training example. */
export const BEHAVIOURS: readonly Behaviour[] = [
  { name: 'stays silent', says: [{ kind: 'silence' }], claim: both(speaks, staysOrOffers) },
  {
    name: 'says nonsense',
    says: [{ en: 'wibble frond zzkt plonk', ja: 'ぽにゃらぴれむほげ' }],
    claim: staysUnlessFreeText,
  },
  { name: 'sends nothing', says: [{ en: '', ja: '   ' }], claim: both(speaks, staysOrOffers) },
  { name: 'sends only an emoji', says: [{ en: '🦑', ja: '🦑🦑' }], claim: staysUnlessFreeText },
  {
    name: 'writes 10,000 characters',
    says: [{ en: 'lorem ipsum '.repeat(834), ja: 'いろはにほへと'.repeat(1429) }],
    claim: staysUnlessFreeText,
  },
  {
    name: 'cancels',
    says: [{ en: "actually, let's drop this, never mind", ja: 'やっぱりやめておきます' }],
    claim: both(speaks, declinesOrEnds, hasWayOn),
    whileQueued: takesBack,
  },
  {
    name: 'wants to skip',
    says: [{ en: 'could we skip this one please', ja: 'この質問は飛ばしてもらえますか' }],
    claim: skips,
  },
  {
    name: 'asks to repeat',
    says: [{ en: 'could you repeat that please', ja: 'もう一回言ってもらえますか' }],
    claim: both(speaks, staysAtStep, repeated),
  },
  {
    name: 'starts over',
    says: [
      { en: "let's start over from the beginning", ja: '最初からやり直したいです' },
      { en: 'yes', ja: 'はい' },
    ],
    claim: both(speaks, flowIsOver, hasWayOn),
    whileQueued: takesBack,
  },
  {
    name: 'thanks',
    says: [{ en: 'thank you so much', ja: 'どうもありがとうございます' }],
    claim: both(speaks, staysAtStep),
  },
  {
    name: 'asks who speaks',
    says: [{ en: 'hang on, is this a real person or a robot?', ja: 'これって人間ですか、それともロボットですか' }],
    claim: both(speaks, staysAtStep),
  },
  {
    name: 'asks what the bot can do',
    says: [{ en: 'what sort of things can you do for me?', ja: '何ができるんですか' }],
    claim: both(speaks, staysAtStep),
  },
  {
    name: 'swears',
    says: [{ en: 'this is bloody stupid, you useless bot', ja: 'ふざけんな、この役立たずボット' }],
    claim: both(speaks, hasWayOn),
  },
  {
    name: 'asks for a person',
    says: [{ en: 'can I please talk to a human being', ja: '人間の担当者と話したいです' }],
    claim: both(speaks, inQueue),
  },
  {
    name: 'says something dangerous',
    says: [{ en: 'there is smoke coming out of it!', ja: '機械から煙が出てきました' }],
    claim: both(speaks, inQueue),
  },
  {
    name: 'changes the language',
    says: [{ en: '日本語でお願いできますか', ja: 'English please' }],
    claim: both(speaks, speaksOther, staysAtStep),
    whileQueued: both(staysQueued, speaksOther),
  },
  {
    name: 'asks something else and comes back',
    says: [
      { en: 'by the way, my robot vacuum has stopped charging', ja: 'ところでロボット掃除機が充電できなくなりました' },
      { en: 'never mind that', ja: 'それはもういいです、やめます' },
    ],
    claim: both(speaks, hasWayOn),
    whileQueued: takesBack,
  },
];

/** One cell of the matrix: a waiting step, a language and a behaviour. */
export interface CellReport {
  readonly cell: string;
  readonly fault?: string;
  /** The talk, to be read when it went wrong. */
  readonly lines: readonly string[];
}

/** A fault of our own code is caught and apologised for; here it must not happen at all. */
const faultOfOurs = (results: readonly TurnResult[]): string | undefined => {
  const details = results.flatMap(({ trace }) => trace.map(({ kind, detail }) => (kind === 'warning' ? detail : null)));
  const fault = details.find((detail) => isRecord(detail) && 'fault' in detail);
  return fault === undefined ? undefined : `the bot failed: ${JSON.stringify(fault)}`;
};

/** Plays one behaviour from a state that a script reached. */
export async function runCell(waiting: WaitingState, behaviour: Behaviour, ports: ScriptPorts): Promise<CellReport> {
  const { conversation } = await startScriptConversation(waiting.script, waiting.profile, ports, waiting.state);
  const results: TurnResult[] = [];
  const words: string[] = [];
  const lines: string[] = [];
  for (const said of behaviour.says) {
    const event: EventBody = isWords(said) ? { kind: 'utterance', text: said[waiting.locale] } : said;
    const result = await conversation.give(event);
    results.push(result);
    words.push(isWords(said) ? said[waiting.locale] : '');
    lines.push(`customer: ${isWords(said) ? said[waiting.locale].slice(0, 80) : `(${said.kind})`}`);
    lines.push(...result.messages.map((message) => `  bot: ${message.speech ?? message.text}`));
  }
  const isQueued = waiting.state.control.owner === 'queue';
  const claim = isQueued ? (behaviour.whileQueued ?? staysQueued) : behaviour.claim;
  const fault = faultOfOurs(results) ?? claim({ before: waiting.state, results, words, book: ports.book });
  return {
    cell: `${waiting.locale} ${waiting.flow} ${waiting.step}: ${behaviour.name}`,
    ...(fault ? { fault } : {}),
    lines,
  };
}
