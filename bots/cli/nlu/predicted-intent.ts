import type { Command, HandoffReason } from '../../../dialogs/protocol/command.ts';

/** The flows whose recall is scored each for itself; every other intent of the bot is `other`. */
export const SCORED_FLOWS: readonly string[] = ['order-status', 'troubleshooting', 'renewals', 'handoff'];

/** Commands that do something although they start no flow. */
const OTHERS: readonly Command['kind'][] = ['chitchat', 'cancel_flow', 'repeat', 'restart', 'skip'];

/** Who takes it up does not tell what is wanted: a complaint is a matter of its own, and danger comes from a device that fails. */
const OWN_MATTERS: Partial<Record<HandoffReason, string>> = { complaint: 'other', safety: 'troubleshooting' };

/**
 * The intent that commands act on, as rows of `nlu eval` name it. What is only asked about ("do you mean … or …?") or given up is
 * `out_of_scope`.
 */
export function predictedIntent(commands: readonly Command[]): string {
  const handoff = commands.find((command) => command.kind === 'handoff');
  if (handoff) return OWN_MATTERS[handoff.reason] ?? 'handoff';
  const start = commands.find((command) => command.kind === 'start_flow');
  if (start) return intentOfFlow(start.flow, commands);
  if (commands.some(({ kind }) => OTHERS.includes(kind)) || commands.some(speaksLanguage)) return 'other';
  if (commands.some(({ kind }) => kind === 'affirm')) return 'yes';
  return commands.some(({ kind }) => kind === 'deny') ? 'no' : 'out_of_scope';
}

/** Who is asked "shall I?" and says "never mind", or "skip it", does not want it. */
const REFUSALS: readonly Command['kind'][] = ['deny', 'cancel_flow', 'skip'];

/** The answer to a yes/no question; where the words are neither, what else they act on. */
export function predictedAnswer(commands: readonly Command[], isMaybe: boolean): string {
  if (commands.some(({ kind }) => kind === 'affirm')) return 'yes';
  if (commands.some(({ kind }) => REFUSALS.includes(kind))) return 'no';
  const intent = predictedIntent(commands);
  return isMaybe && intent === 'out_of_scope' ? 'maybe' : intent;
}

/** When people can be reached is asked of the same flow that brings one, and is another intent. */
function intentOfFlow(flow: string, commands: readonly Command[]): string {
  const asksHours = commands.some((command) => command.kind === 'set_slot' && command.value === 'hours');
  if (flow === 'handoff' && asksHours) return 'other';
  return SCORED_FLOWS.includes(flow) ? flow : 'other';
}

/** A language that the bot does not speak is no intent that it serves. */
function speaksLanguage(command: Command): boolean {
  return command.kind === 'set_slot' && command.slot === 'locale' && command.value !== 'other';
}
