import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDataSet } from '../../../../../bots/cli/nlu/read-data-set.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'omotenashi-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
}

describe('a data set', () => {
  it('as csv has the columns text and category, quoted where it must be', async () => {
    const place = file('rows.csv', 'text,category\n"I said ""no"", twice",refuse\n\nwater it,water\n');
    const rows = [
      { text: 'I said "no", twice', intent: 'refuse' },
      { text: 'water it', intent: 'water' },
    ];
    expect(await readDataSet(place, 'oos')).toEqual({ train: rows, validation: [], test: rows });
  });

  it('as jsonl has an object a line', async () => {
    const place = file('rows.jsonl', '{"text":"water it","intent":"water"}\n\n');
    expect((await readDataSet(place, 'oos')).test).toEqual([{ text: 'water it', intent: 'water' }]);
  });

  it("as CLINC's json is split by its keys", async () => {
    const set = {
      ...{ train: [['a', 'x']], val: [['b', 'x']], test: [['c', 'x']] },
      ...{ oos_train: [['d', 'oos']], oos_val: [['e', 'oos']], oos_test: [['f', 'oos']] },
    };
    expect(await readDataSet(file('set.json', JSON.stringify(set)), 'strange')).toEqual({
      train: [
        { text: 'a', intent: 'x' },
        { text: 'd', intent: 'strange' },
      ],
      validation: [{ text: 'b', intent: 'x' }],
      test: [
        { text: 'c', intent: 'x' },
        { text: 'f', intent: 'strange' },
      ],
    });
  });

  it('that is wrong is told with its file and place', async () => {
    const wrong = file('wrong.jsonl', '{"text":"a","intent":"x"}\n{"text":"b"}\n');
    await expect(readDataSet(wrong, 'oos')).rejects.toThrow(/wrong\.jsonl: line 2: intent/);
    await expect(readDataSet(file('wrong.csv', 'a,b\n1,2\n'), 'oos')).rejects.toThrow(/wrong\.csv: 0\.text/);
  });
});
