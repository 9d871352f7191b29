import type { Understanding } from '../../../../dialogs/protocol/understanding.ts';
import { createShadow, type Disagreement } from '../../../../integrations/nlu/create-shadow.ts';
import type { Nlu } from '../../../../integrations/nlu/nlu.ts';
import { onceATurn } from '../../../../integrations/nlu/once-a-turn.ts';
import { redact } from '../../../../operations/privacy/redact.ts';
import { CONTEXT, expecting, question } from './expectation.ts';

const TRACK: Understanding = {
  commands: [{ kind: 'start_flow', flow: 'order-status' }],
  confidence: 0.9,
  by: 'embedded',
};
const RENEW: Understanding = { commands: [{ kind: 'start_flow', flow: 'renewals' }], confidence: 0.8, by: 'llm' };
const engine = (understand: Nlu['understand']): Nlu => ({ understand });
const says = (answer: Understanding) => engine(async () => answer);

function shadowOf(second: Nlu, keep?: (found: Disagreement) => Promise<void>, first = says(TRACK)) {
  const kept: Disagreement[] = [];
  const counted: string[] = [];
  let told = (): void => {};
  const nlu = createShadow({
    ...{ first, second, mask: redact },
    keep: keep ?? (async (found) => void kept.push(found)),
    telemetry: {
      warn: (event, facts) => {
        counted.push(`${event} ${String(facts?.['kind'])}`);
        told();
      },
      count: (_, labels) => {
        counted.push(...Object.values<string>(labels));
        told();
      },
    },
  });
  const until = (many: number) =>
    new Promise<void>((resolve) => {
      told = () => counted.length >= many && resolve();
      told();
    });
  return { nlu, kept, counted, until };
}

describe('an engine in the shadow', () => {
  test('is not waited for, and nobody hears it', async () => {
    let begun = false;
    const second = engine(() => {
      begun = true;
      return new Promise(() => {});
    });
    const { nlu } = shadowOf(second);
    await expect(nlu.understand('words', expecting('en'), CONTEXT)).resolves.toBe(TRACK);
    expect(begun).toBe(false);
  });

  test('keeps both answers where they differ, with where the talk stood', async () => {
    const { nlu, kept, counted, until } = shadowOf(says(RENEW));
    const asked = expecting('en', { question: question({ flow: 'order-status', step: 'which' }) });
    await nlu.understand('call 090-1234-5678', asked, { ...CONTEXT, conversation: 'c1' });
    await until(1);
    expect(counted).toEqual(['different']);
    expect(kept).toEqual([
      {
        ...{ text: 'call [PHONE]', locale: 'en', at: { flow: 'order-status', step: 'which' } },
        ...{ first: TRACK, second: RENEW, now: CONTEXT.now, conversation: 'c1' },
      },
    ]);
  });

  test('says nothing where both mean the same, in whatever order', async () => {
    const facts: Understanding['commands'] = [
      { kind: 'start_flow', flow: 'order-status' },
      { kind: 'set_slot', slot: 'wish', value: 'cancel' },
    ];
    const first = says({ commands: facts, confidence: 0.9, by: 'embedded' });
    const second = says({ commands: facts.toReversed(), confidence: 0.4, by: 'llm' });
    const { nlu, kept, counted, until } = shadowOf(second, undefined, first);
    await nlu.understand('words', expecting('en'), CONTEXT);
    await until(1);
    expect([counted, kept]).toEqual([['same'], []]);
  });

  test('what says who somebody is, is hidden in words and answers', async () => {
    const name: Understanding = {
      commands: [{ kind: 'set_slot', slot: 'name', value: { family: 'Sato', given: 'Hanako' } }],
      confidence: 0.9,
      by: 'embedded',
    };
    const { nlu, kept, until } = shadowOf(says(RENEW), undefined, says(name));
    const slots = [{ name: 'name', type: 'person_name', filled: false }];
    await nlu.understand('it is Hanako Sato, order AB123456', expecting('en', { slots }), CONTEXT);
    await until(1);
    expect(kept[0]?.text).toBe('it is [PERSONAL] [PERSONAL], order AB123456');
    expect(kept[0]?.first.commands).toEqual([{ kind: 'set_slot', slot: 'name', value: '[PERSONAL]' }]);
  });

  test("answers in the customer's own words are left out", async () => {
    const { nlu, kept, counted } = shadowOf(says(RENEW));
    await nlu.understand('123 456', expecting('en', { question: question({ freeText: true }) }), CONTEXT);
    expect([counted, kept]).toEqual([['left_out'], []]);
  });

  test('an engine that breaks and an archive that is away are told, without the words', async () => {
    const broken = engine(async () => Promise.reject(new RangeError('words of a customer')));
    const one = shadowOf(broken);
    await one.nlu.understand('words', expecting('en'), CONTEXT);
    await one.until(2);
    expect(one.counted).toEqual(['failed', 'shadow_failed RangeError']);
    const other = shadowOf(says(RENEW), async () => Promise.reject(new TypeError('away')));
    await other.nlu.understand('words', expecting('en'), CONTEXT);
    await other.until(2);
    expect(other.counted).toEqual(['failed', 'shadow_failed TypeError']);
  });

  test('an engine that hangs holds up eight readings and no more', async () => {
    const { nlu, counted } = shadowOf(engine(() => new Promise(() => {})));
    for (let n = 0; n < 9; n++) {
      await nlu.understand('words', expecting('en'), CONTEXT);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(counted).toEqual(['left_out']);
  });
});

test('an engine that two ask for the same turn reads once', async () => {
  let reads = 0;
  const nlu = onceATurn(
    engine(async () => {
      reads++;
      return TRACK;
    }),
  );
  const turn = expecting('en');
  await Promise.all([nlu.understand('words', turn, CONTEXT), nlu.understand('words', turn, CONTEXT)]);
  expect(reads).toBe(1);
  await nlu.understand('other words', turn, CONTEXT);
  await nlu.understand('words', expecting('en'), CONTEXT);
  expect(reads).toBe(3);
});
