import type { FlowBook } from '../../dialogs/flow/flow-book.ts';
import type { SlotDefinition } from '../../dialogs/flow/slot-definition.ts';
import type { Command } from '../../dialogs/protocol/command.ts';
import type { Locale } from '../../dialogs/protocol/locale.ts';
import type { Slots } from '../../dialogs/protocol/value.ts';
import { cardLines } from '../../dialogs/response/card-lines.ts';
import type { ProfileName } from '../../dialogs/scripts/channel-profiles.ts';
import { allSlots, customerFrame } from '../../dialogs/scripts/check-turn.ts';
import { scriptSchema } from '../../dialogs/scripts/script.ts';
import { startScriptConversation, type TurnResult } from '../../dialogs/scripts/script-conversation.ts';
import { readSettings } from '../read-settings.ts';
import { createThrowawayWorld } from '../throwaway-world.ts';
import type { ChatPartner, ChatTurn } from './chat-partner.ts';

interface ThrowawayOptions {
  readonly channel: ProfileName;
  readonly locale: Locale;
  readonly customer?: string;
}

/** Talks to the bot in a world of its own, made for this talk and forgotten after it. */
export async function startThrowawayChat({ channel, locale, customer: id }: ThrowawayOptions): Promise<ChatPartner> {
  const now = new Date();
  const throwaway = await createThrowawayWorld({ flows: readSettings().FLOWS_DIR, madeAt: now });
  const ports = await throwaway.fresh();
  const customer = id ? ports.world.signInAs(id) : undefined;
  if (id && !customer) throw new Error(`There is no customer ${id} in the demo world; omotenashi demo lists them.`);
  const script = scriptSchema.parse({
    script: 'a talk in the terminal',
    flow: 'order-status',
    channels: [channel],
    locale,
    world: {
      now: now.toISOString(),
      ...(customer ? { zone: customer.zone, audience: 'private' } : {}),
      ...(customer ? { customer: { id: customer.customer_id, identity: 'verified', ...customer.customer } } : {}),
    },
    turns: [{ customer: '' }],
  });
  const { conversation, greeting } = await startScriptConversation(script, channel, ports);
  return {
    greeting: turnOf(null, greeting, ports.book),
    say: async (words) => turnOf(words, await conversation.give({ kind: 'utterance', text: words }), ports.book),
    close: async () => throwaway.close(),
  };
}

function turnOf(customer: string | null, result: TurnResult, book: FlowBook): ChatTurn {
  const { state, messages, understanding } = result;
  const top = state.stack.at(-1);
  const frame = customerFrame(state.stack);
  const line = {
    customer,
    messages: messages.map(({ text, speech, choices }) => ({
      text,
      speech: speech ?? null,
      choices: (choices ?? []).map(({ value, label }) => ({ value, label })),
    })),
    flow: frame?.flow ?? null,
    pattern: state.stack.findLast(({ flow }) => flow.startsWith('patterns/'))?.flow ?? null,
    step: top?.step ?? null,
    slots: shownSlots(result, book),
    control: { owner: state.control.owner, epoch: state.control.epoch },
    commands: (understanding?.commands ?? []).map((command) => shownCommand(command, sensitivities(result, book))),
  };
  return { line, cards: messages.map(({ card }) => cardLines(card)) };
}

type Sensitivity = SlotDefinition['sensitivity'];

/** How sensitive each slot is that the talk may fill now. */
function sensitivities(result: TurnResult, book: FlowBook): ReadonlyMap<string, Sensitivity> {
  const frames = result.state.stack.map((frame) => book.flows[frame.flow]?.slots ?? {});
  const definitions: Record<string, SlotDefinition> = Object.assign({}, book.slots, ...frames);
  return new Map(Object.entries(definitions).map(([name, { sensitivity }]) => [name, sensitivity]));
}

const MASK = '•••';

/** Personal values are masked and secret ones left out: what is printed may be kept by someone. */
function shownSlots(result: TurnResult, book: FlowBook): Slots {
  const sensitive = sensitivities(result, book);
  return Object.fromEntries(
    Object.entries(allSlots(result)).flatMap(([name, value]) => {
      const sensitivity = sensitive.get(name) ?? 'public';
      return sensitivity === 'secret' ? [] : [[name, sensitivity === 'personal' ? MASK : value]];
    }),
  );
}

function shownCommand(command: Command, sensitive: ReadonlyMap<string, Sensitivity>): Command {
  if (command.kind !== 'set_slot' && command.kind !== 'correct_slot') return command;
  return (sensitive.get(command.slot) ?? 'public') === 'public' ? command : { ...command, value: MASK };
}
