import type { Command } from '../protocol/command.ts';
import type { Choice } from '../protocol/message.ts';
import type { Frame } from '../protocol/state.ts';
import type { Json, Slots } from '../protocol/value.ts';
import { CHANNEL_PROFILES, type ProfileName } from './channel-profiles.ts';
import { commandsOf, type Script, type ScriptTurn } from './script.ts';
import type { TurnResult } from './script-conversation.ts';

/** One expectation that did not hold. */
export interface Mismatch {
  readonly what: string;
  readonly expected: string;
  readonly got: string;
}

const show = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const isPattern = (flow: string): boolean => flow.startsWith('patterns/');

/** The flow that the customer is in: subflows that it called and repair patterns stand above it and are not counted. */
export function customerFrame(stack: readonly Frame[]): Frame | undefined {
  return stack.findLast((frame) => frame.cause !== 'call' && !isPattern(frame.flow));
}

/** Everything the conversation knows: shared slots, and the stack's, the top ones last. */
export function allSlots(result: TurnResult): Slots {
  const { state } = result;
  const frames = state.stack.length > 0 ? state.stack : state.finished ? [state.finished] : [];
  return Object.assign({}, state.memory, ...frames.map((frame) => frame.slots));
}

const sortedJson = (value: Json | Command | undefined): string =>
  JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a.localeCompare(b)))
      : inner,
  );

/** Is every field of `part` in `whole`, with the same value? Lists: each wanted item has a match. */
function contains(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part))
    return Array.isArray(whole) && part.every((wanted) => whole.some((item) => contains(item, wanted)));
  if (part && typeof part === 'object') {
    if (!whole || typeof whole !== 'object') return false;
    const fields = new Map(Object.entries(whole));
    return Object.entries(part).every(([key, wanted]) => contains(fields.get(key), wanted));
  }
  return whole === part;
}

function checkSlots(expected: Slots, result: TurnResult): Mismatch[] {
  const known = allSlots(result);
  return Object.entries(expected)
    .filter(([name, value]) =>
      value === null ? known[name] !== undefined : sortedJson(known[name]) !== sortedJson(value),
    )
    .map(([name, value]) => ({
      what: `slot ${name}`,
      expected: show(value),
      got: show(known[name] ?? null),
    }));
}

function checkWords(turn: ScriptTurn, profile: ProfileName, result: TurnResult): Mismatch[] {
  const heard = result.messages
    .map((message) => message.speech ?? [message.text, message.card && JSON.stringify(message.card)].join(' '))
    .join('\n');
  const wanted =
    turn.says === undefined
      ? []
      : Array.isArray(turn.says)
        ? turn.says
        : [turn.says[profile]].filter((part) => part !== undefined);
  return [
    ...wanted.filter((part) => !heard.includes(part)).map((part) => ({ what: 'says', expected: part, got: heard })),
    ...(turn.never_says ?? [])
      .filter((part) => heard.includes(part))
      .map((part) => ({ what: 'never says', expected: part, got: heard })),
  ];
}

function checkBot(turn: ScriptTurn, script: Script, profile: ProfileName, result: TurnResult): Mismatch[] {
  const said = result.messages.map((message) => message.key ?? message.text);
  const found: Mismatch[] = [];
  if (turn.bot) {
    const wanted = turn.bot.map((key) => (key.includes('.') ? key : `${script.flow}.${key}`));
    if (wanted.join() !== said.join())
      found.push({
        what: 'bot',
        expected: wanted.join(', '),
        got: said.join(', '),
      });
  }
  if (turn.quiet && said.length > 0)
    found.push({
      what: 'quiet',
      expected: 'nothing said',
      got: said.join(', '),
    });
  if (turn.choices) {
    const offered = offeredIn(result, profile).map((choice) => choice.value);
    if (sortedJson(offered) !== sortedJson(turn.choices))
      found.push({
        what: 'choices',
        expected: show(turn.choices),
        got: show(offered),
      });
  }
  return found;
}

/** What can be chosen: as buttons; where there are none in the words, of which the ear gets only some. */
function offeredIn(result: TurnResult, profile: ProfileName): readonly Choice[] {
  const { buttons, screen } = CHANNEL_PROFILES[profile];
  if (buttons > 0) return result.messages.flatMap((message) => message.choices ?? []);
  const words = result.messages.map((message) => message.text).join('\n');
  return result.effects
    .flatMap((effect) => (effect.kind === 'say' ? (effect.choices ?? []) : []))
    .filter(({ value, label }) => !screen || typeof value === 'boolean' || words.includes(label));
}

function checkIdentity(turn: ScriptTurn, result: TurnResult): Mismatch[] {
  if (turn.identity === undefined) return [];
  const wanted = typeof turn.identity === 'string' ? { level: turn.identity } : turn.identity;
  return contains(result.state.identity, wanted)
    ? []
    : [
        {
          what: 'identity',
          expected: show(wanted),
          got: show(result.state.identity),
        },
      ];
}

function checkPlace(turn: ScriptTurn, result: TurnResult): Mismatch[] {
  const { state, trace } = result;
  const found: Mismatch[] = [];
  const expectEqual = (what: string, expected: string | null | undefined, got: string | null) => {
    if (expected !== undefined && expected !== got) found.push({ what, expected: show(expected), got: show(got) });
  };
  const subflow = state.stack.findLast((frame) => !isPattern(frame.flow))?.flow ?? null;
  // a script may name the flow that the customer is in, or the subflow that asks for it
  if (turn.flow !== subflow) expectEqual('flow', turn.flow, customerFrame(state.stack)?.flow ?? null);
  expectEqual('step', turn.step, state.stack.at(-1)?.step ?? null);
  expectEqual('control', turn.control, state.control.owner.startsWith('agent:') ? 'agent' : state.control.owner);
  const patterns = new Set([
    ...trace.filter((entry) => entry.flow && isPattern(entry.flow)).map((entry) => entry.flow),
    ...state.stack.map((frame) => frame.flow),
  ]);
  if (turn.pattern !== undefined && !patterns.has(turn.pattern))
    found.push({
      what: 'pattern',
      expected: turn.pattern,
      got: [...patterns].join(', ') || 'none',
    });
  const warnings = trace.filter((entry) => entry.kind === 'warning').map((entry) => show(entry.detail ?? ''));
  for (const wanted of turn.warnings ?? [])
    if (!warnings.some((warning) => warning.includes(wanted)))
      found.push({
        what: 'warning',
        expected: wanted,
        got: warnings.join('; '),
      });
  return found;
}

/** Compares what a turn brought with what the script expects of it. */
export function checkTurn(
  turn: ScriptTurn,
  script: Script,
  profile: ProfileName,
  result: TurnResult,
): readonly Mismatch[] {
  const found: Mismatch[] = [
    ...checkBot(turn, script, profile, result),
    ...checkWords(turn, profile, result),
    ...checkPlace(turn, result),
  ];
  found.push(...checkIdentity(turn, result));
  if (turn.slots) found.push(...checkSlots(turn.slots, result));
  if (turn.calls && turn.calls.join() !== result.calls.join())
    found.push({
      what: 'calls',
      expected: turn.calls.join(', '),
      got: result.calls.join(', '),
    });
  if (turn.commands && script.understanding === 'real') {
    const wanted = turn.commands.flatMap((written) => commandsOf(written)).map(sortedJson);
    const got = (result.understanding?.commands ?? []).map(sortedJson);
    if (wanted.join() !== got.join())
      found.push({
        what: 'commands',
        expected: wanted.join(' '),
        got: got.join(' '),
      });
  }
  if (turn.handoff && !contains(handoffOf(result), turn.handoff))
    found.push({
      what: 'handoff',
      expected: show(turn.handoff),
      got: show(handoffOf(result) ?? 'no handoff'),
    });
  return found;
}

function handoffOf(result: TurnResult): unknown {
  return result.state.handoff;
}
