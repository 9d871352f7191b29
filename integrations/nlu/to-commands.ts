import type { Command, CommandKind } from '../../dialogs/protocol/command.ts';
import type { FlowId } from '../../dialogs/protocol/ids.ts';
import { THING_TYPES } from '../../dialogs/protocol/thing-types.ts';
import type { Expectation } from '../../dialogs/protocol/understanding.ts';
import { commandsOf } from './commands-of.ts';
import { type Fill, fillSlots } from './fill-slots.ts';
import { meantPart } from './meant-part.ts';
import type { ClauseReading, IntentLabel, Reading, ScoredIntent } from './reading.ts';
import { saysOnlyIt } from './says-only-it.ts';

/** From here on we act without asking: what cross-validation shows to be right nine times in ten, and to start one flow in twenty of words that no shop can serve. */
const ACT = 0.45;
/** While a question is open, words are first of all its answer. */
const ACT_AT_QUESTION = 0.52;
/** From here on we ask which of two or three things is meant; below it we say that we did not understand. */
const ASK = 0.3;
/** What a second request in the same sentence must be worth: a wrong one costs more than a missed one. */
const ACT_ON_SECOND = 0.7;
/** Two requests this close to each other are asked about, however sure each is. */
const TOO_CLOSE = 0.08;

/** How well a wish of the running request must fit to be taken for what "it" means, and what it is worth then. */
const FITS = 0.45;
const NEARLY_SURE = 0.97;
/** What is worth asking about in a few words that point at something unnamed. */
const ASK_WHICH = 0.2;
/** A number that is surely an order's or a contract's. */
const NAMED = 0.8;
/** Characters. */
const VAGUE = 30;
/** Characters: who says more names the thing. */
const POINTED = 60;
/** Words that point at what is talked of, or name nothing at all. */
/** "What does it cost to …?", "is it possible to …?": this "it" points at nothing. */
const POINTS_AHEAD =
  /\b(?:does|do|did|is|was|would|will|can) it (?:\w+ )?(?:cost|take|possible|ok|okay|alright|normal|hard|easy|safe|better|worth)\b.*\b(?:to|if)\b/i;
const POINTS_AT_IT =
  /\b(?:it|that|this|they|them|those|these|one|ones)\b|^\s*(?:and |so |but |ok |well )*(?:how much|what(?:'s| is| are) the (?:price|cost|difference)s?|(?:the )?price|(?:the )?cost)[\s?]*$|それ|これ|その|この|そっち|こっち|^[\s、。]*(?:で|じゃあ?|ちなみに|あの|えっと)?[、 ]*(?:お?いくら|お?値段|料金|金額|違い|何が違)/i;

/** Characters. */
const MUTTERED = 8;

export interface Decided {
  readonly commands: readonly Command[];
  readonly confidence: number;
}

/** Something that is surely wanted, and the words that said so. */
interface Wish {
  readonly intent: ScoredIntent;
  readonly clause: ClauseReading;
}

/**
 * What an engine read, weighed against what the dialog expects: acts when sure, asks between two or three flows when nearly sure, and
 * else says that the words were not understood. Values fill the open question first.
 */
export function toCommands(read: Reading, expectation: Expectation): Decided {
  const reading = withoutSmallTalk(read);
  const question = expectation.question;
  const own = ownFlows(expectation);
  const wishes = wishesOf(reading, expectation);
  const started = wishes.map(({ intent }) => intent.label.flow).filter((flow) => !flow.startsWith('patterns/'));
  const toTheBot = wishes.length === 1 && wishes[0] && asksWhoSpeaks(wishes[0].intent) ? wishes[0].intent : undefined;
  // "Is this a person or a robot?" chooses neither, even where a person is offered.
  if (toTheBot && reading.asks) return { commands: commandsOf(toTheBot.label) ?? [], confidence: toTheBot.score };
  const fills = fillSlots(reading, expectation, started).filter(({ command }) => allows(expectation, command.kind));
  const answered = fills.some(({ command }) => command.slot === question?.slot);
  const corrected = fills.some(({ command }) => command.kind === 'correct_slot');
  const only = answered && saysOnlyIt(reading, fills[0]?.start);
  const requests = wishes.filter(({ intent }) => {
    if (only) return false;
    // "Sorry, I meant AB123457", "make that Monday after all": a value is put right, no request is made or taken back.
    if (corrected && reading.corrects && (isPlain(intent) || own.has(intent.label.flow))) return false;
    // "It's AB123456, where is it?" answers the question of the flow that would be started; anything else besides must be sure.
    return !answered || (!own.has(intent.label.flow) && intent.score >= ACT_ON_SECOND);
  });
  if (requests.length > 0) {
    const confidence = Math.min(...requests.map(({ intent }) => intent.score));
    const commands = inOrder(requests, fills, question?.slot);
    return { commands: [...commands, ...sameOfOthers(requests, fills, reading)], confidence };
  }
  if (fills.length > 0) return { commands: fills.map(({ command }) => command), confidence: answered ? 0.95 : 0.85 };
  return askOrGiveUp(reading, expectation);
}

/**
 * The flow or command that the words surely ask for, however much the open question would take them as its answer.
 * @param from least score
 */
export function surelyWanted(reading: Reading, expectation: Expectation, from: number): boolean {
  const own = ownFlows(expectation);
  return wishesOf(reading, expectation).some(
    ({ intent }) =>
      intent.score >= (asksOfTheBot(intent) ? ACT_AT_QUESTION : from) &&
      !own.has(intent.label.flow) &&
      (!isPleasantry(intent) || asksOfTheBot(intent)) &&
      // "The kettle" tells; only what asks for something is another request.
      (reading.asks || !isRequest(intent)),
  );
}

/** The value of the open question, then every request with what was said about it. */
function inOrder(requests: readonly Wish[], fills: readonly Fill[], asked: string | undefined): readonly Command[] {
  const answers = fills.filter(({ command }) => command.slot === asked).map(({ command }) => command);
  const others = fills.filter(({ command }) => command.slot !== asked);
  const taken = new Set<Fill>();
  const wanted = requests.flatMap(({ intent, clause }, index) => {
    const commands = [...(commandsOf(intent.label) ?? [])];
    const set = new Set(commands.flatMap((command) => (command.kind === 'set_slot' ? [command.slot] : [])));
    if (intent.label.words)
      commands.push({ kind: 'set_slot', slot: intent.label.words, value: meantPart(clause.text.trim()) });
    for (const fill of others) {
      const here = requests.length === 1 || (fill.start >= clause.start && fill.start < clause.end);
      const left = index === requests.length - 1 && !taken.has(fill);
      if (taken.has(fill) || !(here || left) || set.has(fill.command.slot)) continue;
      taken.add(fill);
      commands.push(fill.command);
    }
    return commands;
  });
  return [...answers, ...wanted];
}

/** How another thing is joined to the first. */
const JOINED =
  /^[^.!?]{0,60}?(?:[,;&]|\b(?:and|plus|also|as well as)\b)|^(?:の|を|は|が|も)?(?:と|や|、|及び|および|それと|それから|あと|[^。]{0,20}(?:と|、|あと|それから))/i;
const MOST_THINGS = 3;

/** "My rice cooker, and when does the air conditioner come?": the same request for every other thing that is named beside the first. */
function sameOfOthers(requests: readonly Wish[], fills: readonly Fill[], reading: Reading): readonly Command[] {
  const [only] = requests;
  if (requests.length !== 1 || !only || reading.corrects || only.intent.label.words !== undefined) return [];
  if (!isRequest(only.intent)) return [];
  const told = fills.find(({ start }) =>
    reading.entities.some((each) => each.start === start && THING_TYPES.has(each.type)),
  );
  const first = told && reading.entities.find(({ start }) => start === told.start);
  if (!told || !first) return [];
  const text = reading.clauses[0]?.text ?? '';
  const seen = new Set([JSON.stringify(first.value)]);
  const others = reading.entities.filter((each) => {
    const joined = each.type === first.type && each.start > first.end && JOINED.test(text.slice(first.end, each.start));
    const isNew = joined && each.confidence >= 0.5 && !seen.has(JSON.stringify(each.value));
    if (isNew) seen.add(JSON.stringify(each.value));
    return isNew;
  });
  return others
    .slice(0, MOST_THINGS - 1)
    .flatMap(({ value }) => [
      ...(commandsOf(only.intent.label) ?? []),
      { kind: 'set_slot' as const, slot: told.command.slot, value },
    ]);
}

/** What is surely asked for, clause by clause. A sentence is split only where its parts ask surely for different things. */
function wishesOf(reading: Reading, expectation: Expectation): readonly Wish[] {
  const [whole, ...parts] = reading.clauses.map((clause) => inContext(clause, reading, expectation));
  if (!whole) return [];
  const sure = parts.flatMap((clause): Wish[] => {
    const intent = surely(clause, expectation, ACT_ON_SECOND);
    return intent && !isPleasantry(intent) ? [{ intent, clause }] : [];
  });
  const distinct = sure.filter(
    ({ intent }, index) => sure.findIndex((other) => other.intent.label.flow === intent.label.flow) === index,
  );
  if (distinct.length >= 2) return distinct.slice(0, 3);
  const single = surely(whole, expectation, expectation.question ? ACT_AT_QUESTION : ACT);
  if (single && !(isPleasantry(single) && distinct.length === 1)) return [{ intent: single, clause: whole }];
  return distinct;
}

/** The flow of the open question, and those on the way to it. */
function ownFlows({ question, running }: Expectation): ReadonlySet<FlowId> {
  return new Set([...(running ?? []), ...(question ? [question.flow] : [])]);
}

/**
 * "How much is it?" while a plan is chosen means the plan: a question that a wish of the running request could answer is more
 * probably that wish than a question about something else.
 */
function inContext(clause: ClauseReading, reading: Reading, expectation: Expectation): ClauseReading {
  const own = ownFlows(expectation);
  if (own.size === 0 || !reading.asks || clause.text.length > POINTED || !POINTS_AT_IT.test(clause.text)) return clause;
  if (POINTS_AHEAD.test(clause.text)) return clause;
  const intents = clause.intents.map((intent): ScoredIntent => {
    const { flow, set, words } = intent.label;
    const meant = own.has(flow) && Object.keys(set).length > 0 && words === undefined && (intent.fit ?? 0) >= FITS;
    return meant ? { ...intent, score: Math.max(intent.score, NEARLY_SURE) } : intent;
  });
  return { ...clause, intents: intents.sort((a, b) => b.score - a.score) };
}

/** "So how is AB123456 doing?": who names a number does not ask after the bot's health. */
function withoutSmallTalk(reading: Reading): Reading {
  const named = reading.entities.some(
    ({ type, confidence }) => (type === 'order_number' || type === 'contract_number') && confidence >= NAMED,
  );
  if (!named) return reading;
  const clauses = reading.clauses.map((clause) => ({
    ...clause,
    intents: clause.intents.filter((intent) => !isPleasantry(intent)),
  }));
  return { ...reading, clauses };
}

function surely(clause: ClauseReading, expectation: Expectation, from: number): ScoredIntent | undefined {
  const [first, ...others] = permitted(clause.intents, expectation);
  if (!first || first.score < from) return undefined;
  // Two flows that are nearly as likely are asked about; a command and a flow are not put side by side.
  const rival = isRequest(first) ? others.find((intent) => isRequest(intent)) : undefined;
  const tied = rival !== undefined && first.score - rival.score < TOO_CLOSE;
  return tied && first.score < 0.9 ? undefined : first;
}

/** Nothing but the flow or command itself: no wish, no words of its own. */
function isPlain({ label }: ScoredIntent): boolean {
  return label.words === undefined && Object.keys(label.set).length === 0;
}

function isRequest(intent: ScoredIntent): boolean {
  return !intent.label.flow.startsWith('patterns/');
}

function askOrGiveUp(reading: Reading, expectation: Expectation): Decided {
  const whole = reading.clauses[0];
  const question = expectation.question;
  const open = permitted(whole?.intents ?? [], expectation).filter(isRequest);
  const flows: FlowId[] = [];
  const best = open[0]?.score ?? 0;
  for (const intent of open) {
    const near = flows.length < 2 || intent.score >= ASK / 2;
    if (near && flows.length < 3 && !flows.includes(intent.label.flow)) flows.push(intent.label.flow);
  }
  // "Change it please" where nothing was named yet: what "it" is can be asked with less to go by.
  const vague =
    !expectation.busy &&
    reading.asks &&
    (whole?.text.length ?? POINTED) < VAGUE &&
    POINTS_AT_IT.test(whole?.text ?? '');
  // While a question is open, half-understood words are more likely an answer that we missed.
  const needed = question ? (ASK + ACT_AT_QUESTION) / 2 : vague ? ASK_WHICH : ASK;
  const wanted = best >= needed && (reading.asks || !question);
  if (wanted && flows.length >= 2 && allows(expectation, 'clarify')) {
    return { commands: [{ kind: 'clarify', flows }], confidence: best };
  }
  // A word or two at an open question, or what asks nothing where answers are offered, is an answer that we missed and not a question
  // of its own. Repair's own questions stand beside the talk.
  const short = (whole?.text.trim().length ?? 0) <= MUTTERED;
  const offers = question !== undefined && question.options.length > 0 && !question.flow.startsWith('patterns/');
  const isAnswer = (question !== undefined && short) || (offers && !reading.asks);
  const why = reading.sensible && !isAnswer ? 'out_of_scope' : 'not_understood';
  return { commands: [{ kind: 'cannot_handle', why }], confidence: 1 - best };
}

/** Intents that may be acted on now; of one flow only the best. */
function permitted(intents: readonly ScoredIntent[], expectation: Expectation): readonly ScoredIntent[] {
  return intents.filter((intent) => {
    if (!kindsOf(intent.label)?.every((kind) => allows(expectation, kind))) return false;
    return intent.label.flow.startsWith('patterns/') || expectation.flows.includes(intent.label.flow);
  });
}

// Labels are learned once and stay.
const kinds = new WeakMap<IntentLabel, readonly CommandKind[] | null>();

/** The kinds of command that a label asks for, or null where no words can call it. */
function kindsOf(label: IntentLabel): readonly CommandKind[] | null {
  const known = kinds.get(label);
  if (known !== undefined) return known;
  const found = commandsOf(label)?.map(({ kind }) => kind) ?? null;
  kinds.set(label, found);
  return found;
}

/** "Are you a robot?", "what can you do?": a question to the bot itself is no answer, whatever was asked. */
function asksOfTheBot({ label }: ScoredIntent): boolean {
  return label.flow === 'patterns/chitchat' && (label.set['topic'] === 'bot_identity' || label.set['topic'] === 'help');
}

function asksWhoSpeaks({ label }: ScoredIntent): boolean {
  return label.flow === 'patterns/chitchat' && label.set['topic'] === 'bot_identity';
}

function isPleasantry(intent: ScoredIntent): boolean {
  return commandsOf(intent.label)?.[0]?.kind === 'chitchat';
}

export function allows(expectation: Expectation, kind: CommandKind): boolean {
  return expectation.allowed.includes(kind);
}
