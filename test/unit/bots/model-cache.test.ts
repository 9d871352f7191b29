import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createModelCache } from '../../../bots/model-cache.ts';
import { createEmbeddedNlu } from '../../../integrations/nlu/embedded/index.ts';
import { type Lesson, learnLanguage } from '../../../integrations/nlu/embedded/train-models.ts';
import { CONTEXT, expecting } from '../integrations/nlu/expectation.ts';
import { EXAMPLES, FLOWS, PRODUCTS } from '../integrations/nlu/training-examples.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'omotenashi-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Opens an engine on models of these folders. @returns what it understood, and in which languages it had to learn first */
async function open(own: string, elsewhere?: string) {
  const learned: string[] = [];
  const learn = async (lesson: Lesson) => {
    learned.push(lesson.locale);
    return learnLanguage(lesson);
  };
  const cache = createModelCache(path.join(folder, own), elsewhere && path.join(folder, elsewhere));
  const nlu = createEmbeddedNlu({ examples: EXAMPLES, gazetteers: { product: PRODUCTS }, cache, learn });
  const { commands } = await nlu.understand('where did my parcel get to', expecting('en', { flows: FLOWS }), CONTEXT);
  return { learned, commands };
}

test('what was learned is read from its file the next time, and understands the same', async () => {
  const first = await open('models');
  expect(first.learned).toEqual(['en', 'ja']);
  expect(await open('models')).toEqual({ learned: [], commands: first.commands });
});

test('what another folder holds is not learned again', async () => {
  await open('theirs');
  expect((await open('ours', 'theirs')).learned).toEqual([]);
  expect((await open('ours')).learned).toEqual(['en', 'ja']);
});
