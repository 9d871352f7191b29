import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { PRODUCT_FOLDER } from '../../bots/product-folder.ts';
import { packLanguage } from '../../integrations/nlu/embedded/pack-models.ts';
import { type Lesson, learnLanguage } from '../../integrations/nlu/embedded/train-models.ts';
import { EXAMPLES, PRODUCTS } from '../unit/integrations/nlu/training-examples.ts';

const run = promisify(execFile);
const compiled = (file: string) => pathToFileURL(path.join(PRODUCT_FOLDER, 'dist', file)).href;

/** What the compiled program learns from a lesson in a thread, and whether its own thread went on meanwhile. */
const PROGRAM = `
  const [{ learnInWorker }, { packLanguage }] = await Promise.all([
    import('${compiled('bots/learning/learn-in-worker.js')}'),
    import('${compiled('integrations/nlu/embedded/pack-models.js')}'),
  ]);
  const { createHash } = await import('node:crypto');
  let rounds = 0;
  const ticking = setInterval(() => { rounds += 1; }, 1);
  const learned = await learnInWorker(JSON.parse(process.argv[1]), (fault) => { throw fault; });
  clearInterval(ticking);
  console.log(JSON.stringify({ hash: createHash('sha256').update(packLanguage(learned)).digest('hex'), wentOn: rounds > 0 }));
`;

test.each(['en', 'ja'] as const)(
  'what a thread learns in %s is what is learned here, and nobody waits',
  async (locale) => {
    const lesson: Lesson = { locale, examples: EXAMPLES, products: PRODUCTS };
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', PROGRAM, JSON.stringify(lesson)]);
    const here = createHash('sha256')
      .update(packLanguage(learnLanguage(lesson)))
      .digest('hex');
    expect(JSON.parse(stdout)).toEqual({ hash: here, wentOn: true });
  },
);
