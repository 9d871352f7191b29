import path from 'node:path';
import { PRODUCT_FOLDER } from '../../bots/product-folder.ts';
import { createThrowawayWorld } from '../../bots/throwaway-world.ts';
import { newConversation } from '../../dialogs/engine/new-conversation.ts';
import { takeTurn } from '../../dialogs/engine/take-turn.ts';
import type { InboundEvent } from '../../dialogs/protocol/event.ts';
import type { Outcome } from '../../dialogs/protocol/outcome.ts';
import type { ConversationState } from '../../dialogs/protocol/state.ts';
import { composeMessages } from '../../dialogs/response/compose-messages.ts';
import { CHANNEL_PROFILES } from '../../dialogs/scripts/channel-profiles.ts';
import { recordsOf } from '../../operations/records-of.ts';

// What a turn costs that nobody waits for anything in: understanding, the mind, the words, the masked record. The same three-turn talk
// as `npm run bench`, without a store or a network; actions answer what the demo world answered the first time.

const NOW = '2026-11-24T01:00:00.000Z';
const ZONE = 'Asia/Tokyo';
const PLACE = CHANNEL_PROFILES.webchat;
const ROUNDS = 15;
const TALKS = 100;

type Stage = 'understand' | 'advance' | 'compose' | 'records';

const world = await createThrowawayWorld({ flows: path.join(PRODUCT_FOLDER, 'dialogs', 'flows') });
const demo = await world.fresh();
const { book } = world.ports;
const records = recordsOf({
  signingKey: new Uint8Array(32),
  tenant: 'bench',
  bot: 'bench',
  nlu: 'embedded',
  noticeVersion: '1',
  onInvalid: () => undefined,
});

function orderOnTheWay(): { readonly number: string; readonly postcode: string } {
  for (const { postcode, orders } of demo.world.listWorld({ locale: 'en' }).customers) {
    const order = orders.find(({ state }) => state === 'in_transit');
    if (order) return { number: order.number, postcode };
  }
  throw new Error('No order of the demo world is under way.');
}

const order = orderOnTheWay();
const WORDS = ['Where is my package?', order.number, order.postcode];
const answers = new Map<string, Outcome>();
const took: Record<Stage, number> = { understand: 0, advance: 0, compose: 0, records: 0 };

/** One talk. The state goes through JSON between its turns, as it does through a store; that is not measured here. */
async function talk(hear?: (words: string) => void): Promise<void> {
  let kept = JSON.stringify(
    newConversation({ locale: 'en', place: PLACE, now: NOW, bookRevision: book.revision, zone: ZONE }),
  );
  for (const [turn, text] of WORDS.entries()) {
    const before: ConversationState = JSON.parse(kept);
    const event: InboundEvent = {
      kind: 'utterance',
      id: `m${turn}`,
      at: NOW,
      from: { channel: 'webchat', accountId: 'bench', userId: 'bench' },
      locale: 'en',
      text,
    };
    let inside = 0;
    let acting = 0;
    const begun = performance.now();
    const taken = await takeTurn(book, before, event, {
      now: NOW,
      understand: async (said, expected) => {
        const from = performance.now();
        const understood = await demo.understand(said, expected, { now: NOW, zone: ZONE });
        inside += performance.now() - from;
        return understood;
      },
      act: async (effect, state) => {
        const from = performance.now();
        const key = JSON.stringify([effect.action, effect.with]);
        const { action, callId } = effect;
        const answer =
          answers.get(key) ??
          (await demo.act({ action, callId, with: effect.with, state, now: NOW, zone: ZONE, channel: 'webchat' }));
        answers.set(key, answer);
        acting += performance.now() - from;
        return answer;
      },
    });
    const advanced = performance.now();
    const messages = composeMessages(book, taken.effects, {
      locale: 'en',
      zone: ZONE,
      now: NOW,
      channel: 'webchat',
      place: PLACE,
      epoch: 0,
      messageIds: (n) => `bench.${turn}.${n}`,
    });
    const composed = performance.now();
    const finished = { ...taken, id: `bench.${turn}`, conversationId: 'bench', book, event, messages, before };
    records({ ...finished, at: NOW, durationMs: 1 });
    took.records += performance.now() - composed;
    took.compose += composed - advanced;
    took.understand += inside;
    took.advance += advanced - begun - inside - acting;
    kept = JSON.stringify(taken.state);
    for (const { text: words } of messages) hear?.(words);
  }
}

const round = (value: number): number => Math.round(value);

await talk((words) => process.stderr.write(`  ${words}\n`));
for (let warm = 0; warm < TALKS * 4; warm++) await talk();
const rounds: Readonly<Record<Stage, number>>[] = [];
const cpu = process.cpuUsage();
for (let each = 0; each < ROUNDS; each++) {
  for (const stage of ['understand', 'advance', 'compose', 'records'] as const) took[stage] = 0;
  for (let n = 0; n < TALKS; n++) await talk();
  rounds.push({ ...took });
}
const { user, system } = process.cpuUsage(cpu);
// The quietest round: the one that other programs held up least.
const per = (stage: Stage): number => (Math.min(...rounds.map((one) => one[stage])) * 1000) / (TALKS * WORDS.length);
const stages = {
  understand: per('understand'),
  advance: per('advance'),
  compose: per('compose'),
  records: per('records'),
};
for (const [stage, us] of Object.entries(stages))
  process.stderr.write(`${stage.padEnd(12)}${us.toFixed(0)} µs a turn\n`);
world.close();
process.stdout.write(
  `${JSON.stringify({
    understand_us: round(stages.understand),
    advance_us: round(stages.advance),
    compose_us: round(stages.compose),
    records_us: round(stages.records),
    pure_us: round(stages.understand + stages.advance + stages.compose + stages.records),
    cpu_us_per_turn: round((user + system) / (ROUNDS * TALKS * WORDS.length)),
  })}\n`,
);
