import type { Asked } from '../../../channels/channel.ts';
import { aRuntime, type TestRuntime } from '../../kit/a-runtime.ts';
import { anUtterance } from '../../kit/an-event.ts';

let under: TestRuntime;
let now: number;
beforeEach(async () => {
  now = Date.parse('2026-11-24T01:00:00.000Z');
  under = await aRuntime({ delivery: 'reply', clock: () => now });
});
afterEach(() => under.end());

const messagesOf = (asked: Asked) => (asked.kind === 'answered' ? asked.messages : []);
const say = async (id: string, text: string, heard?: string) =>
  messagesOf(await under.runtime.ask({ ...anUtterance(id, text), ...(heard === undefined ? {} : { heard }) }, 5000));
const texts = (messages: Awaited<ReturnType<typeof say>>) => messages.map(({ text }) => text);

describe('a place that says what it has heard', () => {
  test('is told first what it has not, and only that', async () => {
    const first = await say('m1', 'start the echo', '');
    const heard = first.at(-1)?.id ?? '';
    await say('m2', 'tomatoes', heard);
    const both = await say('m3', 'peppers', heard);
    expect(texts(both)).toEqual(expect.arrayContaining(['You said tomatoes.', 'You said peppers.']));
    expect(texts(both).indexOf('You said tomatoes.')).toBe(0);
    expect(texts(both)).not.toContain(first[0]?.text);
    const after = await say('m4', 'carrots', both.at(-1)?.id ?? '');
    expect(texts(after)).not.toContain('You said peppers.');
    expect(texts(after)).toContain('You said carrots.');
  });

  test('gets the same again, what came before included, when the same request comes again', async () => {
    const heard = (await say('m1', 'start the echo', '')).at(-1)?.id ?? '';
    await say('m2', 'tomatoes', heard);
    const both = await say('m3', 'peppers', heard);
    expect(await say('m3', 'peppers', heard)).toEqual(both);
  });

  test('hears nothing of a talk that is long over', async () => {
    await say('m1', 'start the echo', '');
    await say('m2', 'tomatoes', '');
    now += 11 * 60_000;
    expect(texts(await say('m3', 'peppers', ''))).not.toContain('You said tomatoes.');
  });

  test('is asked once, and not told ever more when it never hears anything', async () => {
    await say('m0', 'start the echo', '');
    for (let n = 1; n < 60; n++) await say(`m${n}`, `word ${n}`, '');
    const all = texts(await say('m60', 'last', ''));
    expect(all.slice(-3)).toEqual(['You said word 59.', 'You said last.', 'What shall I say?']);
    expect(all.filter((text) => text === 'What shall I say?')).toHaveLength(1);
    expect(all.length).toBeLessThan(58);
  });
});

test('a place that cannot tell what it heard hears everything once', async () => {
  await say('m1', 'start the echo');
  await say('m2', 'tomatoes');
  expect(texts(await say('m3', 'peppers'))).not.toContain('You said tomatoes.');
});
