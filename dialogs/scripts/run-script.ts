import type { EventBody } from '../protocol/event.ts';
import type { Understanding } from '../protocol/understanding.ts';
import type { ProfileName } from './channel-profiles.ts';
import { checkTurn, type Mismatch } from './check-turn.ts';
import type { Coverage } from './coverage.ts';
import { commandsOf, type Script, type ScriptTurn } from './script.ts';
import {
  type ScriptConversation,
  type ScriptPorts,
  startScriptConversation,
  type TurnResult,
} from './script-conversation.ts';
import type { WaitingStates } from './waiting-states.ts';

/** What came of one script on one channel profile. */
export interface ScriptReport {
  readonly script: string;
  readonly profile: ProfileName;
  readonly passed: boolean;
  /** The first turn that went wrong: its number from 1, and what did not hold. Later turns are not run. */
  readonly failure?: {
    readonly turn: number;
    readonly given: string;
    readonly mismatches: readonly Mismatch[];
  };
  /** The talk as a play, to be read. */
  readonly lines: readonly string[];
}

const DESK: Record<NonNullable<ScriptTurn['desk']>, EventBody> = {
  accepts: { kind: 'control', to: 'agent:sato', by: 'agent:sato' },
  releases: {
    kind: 'control',
    to: 'bot',
    by: 'agent:sato',
    outcome: { code: 'solved' },
  },
  nobody: {
    kind: 'control',
    to: 'bot',
    by: 'routing',
    outcome: { code: 'no_agent' },
  },
};

/** The event that a turn of a script stands for. Time and repeated deliveries are no events of their own. */
function eventOf(turn: ScriptTurn): EventBody | undefined {
  if (turn.customer !== undefined) return { kind: 'utterance', text: turn.customer };
  if (turn.choose !== undefined) return { kind: 'choice', value: turn.choose };
  if (turn.silence) return { kind: 'silence' };
  if (turn.opens) return { kind: 'session', phase: 'started' };
  if (turn.attachment)
    return {
      kind: 'attachment',
      url: turn.attachment.url,
      mediaType: turn.attachment.media_type,
    };
  if (turn.event) return { kind: 'trigger', name: turn.event.name, slots: turn.event.slots };
  if (turn.agent !== undefined) return { kind: 'agentMessage', agentId: 'sato', text: turn.agent };
  return turn.desk ? DESK[turn.desk] : undefined;
}

/** Milliseconds of an ISO 8601 duration of days, hours, minutes and seconds. */
export function durationMs(iso: string): number {
  const [, days, hours, minutes, seconds] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(iso) ?? [];
  const number = (text: string | undefined) => Number(text ?? 0);
  return (((number(days) * 24 + number(hours)) * 60 + number(minutes)) * 60 + number(seconds)) * 1000;
}

function givenUnderstanding(script: Script, turn: ScriptTurn): Understanding | undefined {
  if (script.understanding === 'real' || !turn.commands) return undefined;
  return {
    commands: turn.commands.flatMap((written) => commandsOf(written)),
    confidence: 1,
    by: 'given',
  };
}

async function play(
  script: Script,
  turn: ScriptTurn,
  conversation: ScriptConversation,
  last: TurnResult,
): Promise<TurnResult> {
  if (turn.wait) return conversation.wait(durationMs(turn.wait));
  const event = eventOf(turn);
  // the store drops what it has seen (de-duplication); nothing reaches the dialog
  if (!event) return { ...last, messages: [], effects: [], trace: [], calls: [] };
  return conversation.give(event, {
    understanding: givenUnderstanding(script, turn),
    tooLate: turn.too_late,
  });
}

function linesOf(turn: ScriptTurn, result: TurnResult): string[] {
  const given =
    turn.customer ?? (turn.choose !== undefined ? `[${JSON.stringify(turn.choose)}]` : undefined) ?? turn.agent;
  const spoken = result.messages.map((message) => `  bot: ${message.speech ?? message.text}`);
  return [given === undefined ? `(${describeTurn(turn)})` : `customer: ${given}`, ...spoken];
}

function describeTurn(turn: ScriptTurn): string {
  if (turn.customer !== undefined) return `“${turn.customer}”`;
  if (turn.choose !== undefined) return `chooses ${JSON.stringify(turn.choose)}`;
  if (turn.silence) return 'silence';
  if (turn.opens) return 'opens the page again';
  if (turn.attachment) return 'sends a file';
  if (turn.event) return `event ${turn.event.name}`;
  if (turn.agent !== undefined) return `agent: ${turn.agent}`;
  if (turn.desk) return `desk ${turn.desk}`;
  return turn.wait ? `waits ${turn.wait}` : 'the last message comes again';
}

/** Plays a script on one channel profile and compares every turn with its expectations. */
export async function runScript(
  script: Script,
  profile: ProfileName,
  ports: ScriptPorts,
  watch: { readonly coverage?: Coverage; readonly waiting?: WaitingStates } = {},
): Promise<ScriptReport> {
  const { conversation, greeting } = await startScriptConversation(script, profile, ports);
  const lines = greeting.messages.map((message) => `  bot: ${message.speech ?? message.text}`);
  const trace = [...greeting.trace];
  watch.coverage?.add(script.locale, greeting.trace);
  watch.waiting?.add(script, profile, greeting.state);
  let last = greeting;
  for (const [index, turn] of script.turns.entries()) {
    if (turn.only && !turn.only.includes(profile)) continue;
    last = await play(script, turn, conversation, last);
    trace.push(...last.trace);
    watch.coverage?.add(script.locale, last.trace);
    watch.waiting?.add(script, profile, last.state);
    lines.push(...linesOf(turn, last));
    const mismatches = checkTurn(turn, script, profile, last);
    if (mismatches.length > 0)
      return {
        script: script.script,
        profile,
        passed: false,
        failure: { turn: index + 1, given: describeTurn(turn), mismatches },
        lines,
      };
  }
  const { ends } = script;
  const ended = trace.findLast((entry) => entry.kind === 'flow_ended' && entry.flow === ends?.flow);
  if (ends && ended?.detail !== ends.outcome) {
    const got = ended ? `${ended.flow} ended as ${JSON.stringify(ended.detail)}` : 'it has not ended';
    const mismatches = [{ what: 'ends', expected: `${ends.flow} as ${ends.outcome}`, got }];
    return {
      script: script.script,
      profile,
      passed: false,
      failure: { turn: script.turns.length, given: 'the end', mismatches },
      lines,
    };
  }
  return { script: script.script, profile, passed: true, lines };
}
