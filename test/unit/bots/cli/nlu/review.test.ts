import { parse } from 'yaml';
import { addExample } from '../../../../../bots/cli/nlu/add-example.ts';
import { findUnclear } from '../../../../../bots/cli/nlu/find-unclear.ts';
import { intentsIn, reviewSentences } from '../../../../../bots/cli/nlu/review-sentences.ts';
import type { ArchiveRecord, RecordQuery, Records } from '../../../../../integrations/records/records.ts';

const turn = (minute: number, conversationId: string, event: object, understanding?: object): ArchiveRecord => ({
  id: `t${minute}`,
  kind: 'turn',
  at: `2026-11-24T01:${String(minute).padStart(2, '0')}:00.000Z`,
  conversationId,
  outcome: 'open',
  body: JSON.parse(JSON.stringify({ event, understanding })),
});

const said = (text: string, locale = 'en') => ({ kind: 'utterance', text, locale });
const read = (kind: string, confidence: number, more: object = {}, by = 'embedded') => ({
  ...{ by, confidence },
  commands: [{ kind, ...more }],
});

function recordsOf(all: readonly ArchiveRecord[]): Records {
  const find = async ({ conversationId, after, newestFirst, from, limit }: RecordQuery) => {
    const own = all.filter((record) => conversationId === undefined || record.conversationId === conversationId);
    const ordered = [...own].sort((a, b) => (a.at < b.at ? -1 : 1));
    if (newestFirst) ordered.reverse();
    const begin = after ? ordered.findIndex(({ id }) => id === after.id) + 1 : 0;
    return ordered
      .slice(begin)
      .filter(({ at }) => from === undefined || at >= from)
      .slice(0, limit);
  };
  return { find, write: async () => {}, erase: async () => 0, close: async () => {} };
}

const TURNS = [
  turn(1, 'a', said('the gizmo hums'), read('cannot_handle', 0.6, { why: 'not_understood' })),
  turn(2, 'a', { kind: 'timer' }),
  turn(3, 'a', said('my kettle hums'), read('start_flow', 0.9, { flow: 'troubleshooting' })),
  turn(4, 'b', said('plan or parcel?'), read('clarify', 0.4, { flows: ['renewals', 'order-status'] })),
  turn(5, 'b', { kind: 'choice', value: 'renewals', locale: 'en' }),
  turn(6, 'c', said('maybe the bill'), read('start_flow', 0.55, { flow: 'renewals' })),
  turn(7, 'd', said('The gizmo hums!'), read('cannot_handle', 0.6, { why: 'not_understood' })),
  turn(8, 'd', said('known by now'), read('cannot_handle', 0.6, { why: 'not_understood' })),
  turn(9, 'd', said('[SECRET]'), read('cannot_handle', 0.6, { why: 'not_understood' })),
  turn(10, 'd', said('yes'), read('affirm', 0.5, {}, 'rules')),
];
const QUERY = { limit: 10, below: 0.65, isKnown: (text: string) => text === 'known by now' };

describe('what was not understood', () => {
  it('is listed newest first, each once, with what the customer did next', async () => {
    const found = await findUnclear(recordsOf(TURNS), QUERY);
    expect(found.map(({ text, why, times, next }) => [text, why, times, next])).toEqual([
      ['The gizmo hums!', 'not_understood', 2, expect.objectContaining({ said: 'known by now' })],
      ['maybe the bill', 'unsure', 1, undefined],
      ['plan or parcel?', 'asked', 1, { said: 'renewals', understood: [], outcome: 'open' }],
    ]);
    expect(found[1]).toMatchObject({ by: 'embedded', confidence: 0.55, understood: ['start_flow renewals'] });
  });

  it('skips what no customer did, to tell what came next', async () => {
    const found = await findUnclear(recordsOf(TURNS.slice(0, 3)), QUERY);
    expect(found[0]?.next).toMatchObject({ said: 'my kettle hums', understood: ['start_flow troubleshooting'] });
  });

  it('is limited by number, time and confidence', async () => {
    const texts = async (query: object) =>
      (await findUnclear(recordsOf(TURNS), { ...QUERY, ...query })).map(({ text }) => text);
    expect(await texts({ limit: 1 })).toEqual(['The gizmo hums!']);
    expect(await texts({ from: '2026-11-24T01:06:00.000Z' })).toEqual(['The gizmo hums!', 'maybe the bill']);
    expect(await texts({ below: 0.5 })).toEqual(['The gizmo hums!', 'plan or parcel?']);
  });
});

describe('a review', () => {
  const example = (text: string, set = {}, spans: { start: number; end: number; slot: string }[] = []) => ({
    text,
    set,
    spans,
  });
  const intents = intentsIn({
    en: { water: [example('water it'), example('stop it', { wish: 'stop' })] },
    ja: { water: [example('水をあげて')], ask: [example('庭とは', {}, [{ start: 0, end: 3, slot: 'question' }])] },
  });

  async function review(answers: readonly string[], texts: readonly string[]) {
    const rest = [...answers];
    const added: unknown[] = [];
    const shown: string[] = [];
    const sentences = texts.map((text) => ({
      ...{ text, locale: 'en' as const, at: '2026-11-24T01:00:00.000Z', times: 1, why: 'asked' as const },
      ...{ by: 'embedded', confidence: 0.4, understood: [] },
    }));
    const count = await reviewSentences(sentences, {
      intents,
      ask: async () => rest.shift(),
      write: (line) => void shown.push(line),
      add: async ({ name }, text, locale) => {
        added.push([name, text, locale]);
        return 'en.yaml';
      },
    });
    return { count, added, shown: shown.join('\n'), left: rest };
  }

  it('knows every intent of both languages, and which take all the words', () => {
    expect(intents.map(({ name, words }) => [name, words])).toEqual([
      ['ask', 'question'],
      ['water', undefined],
      ['water wish=stop', undefined],
    ]);
  });

  it('takes a number, a part of a name or nothing, and the words as they are or in others', async () => {
    const { added, count, shown } = await review(['wat', '2', '', '', 'water', 'sprinkle'], ['enough', 'odd', 'spray']);
    expect(shown).toContain('2 water wish=stop');
    expect(added).toEqual([
      ['water wish=stop', 'enough', 'en'],
      ['water', 'sprinkle', 'en'],
    ]);
    expect(count).toBe(2);
  });

  it('never takes a masked value into an example', async () => {
    const { added } = await review(['water', 'mail [EMAIL]', 'mail me', 'water', ''], ['mail [EMAIL]', 'call [PHONE]']);
    expect(added).toEqual([['water', 'mail me', 'en']]);
  });

  it('ends where the person ends it', async () => {
    expect((await review(['nothing', 'q', 'water'], ['one', 'two'])).left).toEqual(['water']);
    expect((await review([], ['one'])).count).toBe(0);
  });
});

describe('a new example', () => {
  const FILE = `# Words of the garden.
texts:
  title: "My garden"   # as in the shop

examples:
  # how people say it
  - water it
  - 'do it: now' # odd
  - set: { wish: stop }
    phrases:
      - stop it   # short
      - enough

  # rare
  - set: { wish: more }
    phrases: [again, more]
# the end
`;

  it('stands behind the others of its intent, and nothing else changes', () => {
    expect(addExample(FILE, 'sprinkle the beds', {})).toBe(
      FILE.replace("'do it: now' # odd\n", "'do it: now' # odd\n  - sprinkle the beds\n"),
    );
    expect(addExample(FILE, 'no more: please', { wish: 'stop' })).toBe(
      FILE.replace('      - enough\n', '      - enough\n      - "no more: please"\n'),
    );
    expect(addExample(FILE, 'once more', { wish: 'more' })).toBe(FILE.replace('more]', 'more, "once more"]'));
  });

  it('with a wish that has none yet begins its own list', () => {
    const added = addExample(FILE, '#1 first', { wish: 'less' });
    expect(parse(added).examples.at(-1)).toEqual({ set: { wish: 'less' }, phrases: ['#1 first'] });
    expect(added.split('\n').filter((line) => !FILE.includes(line))).toHaveLength(2);
  });

  it('goes into files without examples, without a last line end, and with long words', () => {
    expect(parse(addExample('texts:\n  title: A', 'yes', {}))).toEqual({ texts: { title: 'A' }, examples: ['yes'] });
    const long = `${'word '.repeat(40)}[AB123456](order_number)`;
    expect(parse(addExample('examples:\n  - a', long, {}))).toEqual({ examples: ['a', long] });
    expect(parse(addExample('examples: [a]\n', 'b', {}))).toEqual({ examples: ['a', 'b'] });
  });

  it('that finds no place is refused', () => {
    expect(() => addExample('examples: [a]\n', 'b', { wish: 'x' })).toThrow('by hand');
  });
});
