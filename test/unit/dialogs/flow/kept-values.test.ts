import { checkDialogs } from '../../../../dialogs/flow/check-dialogs.ts';
import { createReport } from '../../../../dialogs/flow/flow-problem.ts';
import type { KeptValues } from '../../../../dialogs/flow/kept-values.ts';
import { readYaml } from '../../../../dialogs/flow/read-yaml.ts';
import { CHANNEL_PROFILES } from '../../../../dialogs/scripts/channel-profiles.ts';
import { ACTION_CATALOGUE } from '../../../../integrations/action-catalogue.ts';

function inMemory(): KeptValues & { readonly values: Map<string, unknown>; found: number } {
  const values = new Map<string, unknown>();
  return {
    values,
    found: 0,
    get(text) {
      const value = values.get(text);
      if (value !== undefined) this.found += 1;
      return value;
    },
    keep: (text, value) => void values.set(text, JSON.parse(JSON.stringify(value))),
  };
}

const FILES = [
  {
    path: 'greet/flow.yaml',
    text: 'schema: 1\nflow: greet\nversion: 1\ndescription: Greets.\nowner: tests\nsteps:\n  - say: hello\n    next: nowhere\n',
  },
  { path: 'greet/en.yaml', text: 'texts: { hello: "Hello {nobody}.", unused: Bye. }\nexamples: [greet me]\n' },
  { path: 'greet/ja.yaml', text: 'texts: { hello: こんにちは。, hello: またどうぞ。 }\n' },
];

test('a check with kept values finds the same, at the same places', () => {
  const kept = inMemory();
  const check = (with_: object) =>
    checkDialogs({
      files: FILES,
      actions: ACTION_CATALOGUE,
      profiles: CHANNEL_PROFILES,
      channels: ['webchat'],
      ...with_,
    });
  const plain = check({});
  expect(plain.length).toBeGreaterThan(3);
  expect(check({ kept })).toEqual(plain);
  expect(kept.found).toBe(0);
  expect(check({ kept })).toEqual(plain);
  expect(kept.found).toBe(2);
});

test('only what has nothing wrong is kept', () => {
  const kept = inMemory();
  const texts = ['a: [1', 'a: 1\na: 2', '__proto__: 1', 'a: !!js/function x', '', 'fine: yes'];
  for (const [n, text] of texts.entries()) readYaml({ path: `${n}.yaml`, text }, createReport(), kept);
  expect([...kept.values.keys()]).toEqual(['fine: yes']);
});

test('another text is read anew', () => {
  const kept = inMemory();
  readYaml({ path: 'a.yaml', text: 'a: 1' }, createReport(), kept);
  expect(readYaml({ path: 'a.yaml', text: 'a: 2' }, createReport(), kept).value).toEqual({ a: 2 });
});
