import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ALL_PROOFS } from './all-proofs.ts';
import { addCounts, atLeast, atMost, promised, seen } from './figures.ts';
import type { Proof } from './proof.ts';
import { resultOf, writeResult } from './result.ts';

const aProof: Proof = { name: 'a-proof', promise: 'It holds.', needs: [], minutes: 1, run: async () => [] };
const counts = {
  ...{
    messages: 5,
    lost: 0,
    doubleEffects: 0,
    outOfOrder: 0,
    duplicates: 1,
    unstated: 0,
    faults: 0,
    saidLater: 0,
    notTaken: 0,
    longestMs: 9,
  },
};

test('a proof is broken by one figure that is not kept', () => {
  const run = { seed: '1', commit: 'abc', minutes: 2 };
  expect(resultOf(aProof, { ...run, figures: promised(counts) }).kept).toBe(true);
  for (const what of ['lost', 'doubleEffects', 'outOfOrder', 'unstated', 'faults'] as const) {
    const one = addCounts([counts, { ...counts, [what]: 1, duplicates: 1 }]);
    expect(resultOf(aProof, { ...run, figures: promised(one) }).kept).toBe(false);
  }
  expect(atMost('ms', 6, 5).kept).toBe(false);
  expect(atLeast('kills', 4, 5).kept).toBe(false);
  expect(seen('ms', 6).kept).toBe(true);
});

test('results are kept as files, and a table is made of them', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'omotenashi-results-'));
  const figures = [atMost('lost', 2, 0), seen('longest wait', 1234, 'ms')];
  const result = resultOf(aProof, { seed: '1', commit: 'abc', minutes: 2.345, figures });
  const file = writeResult(result, ['another', 'a-proof'], folder);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(result);
  const page = readFileSync(path.join(folder, 'README.md'), 'utf8');
  expect(page).toContain('| [a-proof](a-proof.json) | It holds. | **broken** |');
  expect(page).toContain('| lost | **2** | 0 |');
  expect(page).toContain('| longest wait | 1,234 ms |  |');
  rmSync(folder, { recursive: true });
});

test('every proof has a name of its own that is a file name, and a promise in one sentence', () => {
  const names = ALL_PROOFS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, promise } of ALL_PROOFS) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(promise).toMatch(/^[A-Z\d].+\.$/);
  }
});
