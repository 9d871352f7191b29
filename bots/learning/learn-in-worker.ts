import { Worker } from 'node:worker_threads';
import { unpackLanguage } from '../../integrations/nlu/embedded/pack-models.ts';
import { type LearnedLanguage, type Lesson, learnLanguage } from '../../integrations/nlu/embedded/train-models.ts';

/** A thread begins with what was compiled: the sources it cannot read. */
const isCompiled = import.meta.url.endsWith('.js');

/**
 * Learns a language in a thread of its own: customers are answered meanwhile, and languages are learned side by side. Where the sources
 * run, or no thread is to be had, it is learned here.
 * @param onFault told why there was no thread
 */
export async function learnInWorker(lesson: Lesson, onFault: (fault: unknown) => void): Promise<LearnedLanguage> {
  const packed = isCompiled ? await learnElsewhere(lesson).catch(onFault) : undefined;
  return packed ? unpackLanguage(packed) : learnLanguage(lesson);
}

function learnElsewhere(lesson: Lesson): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    // What the process was begun with is not the thread's: some options (`--input-type`) would keep it from beginning.
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: lesson, execArgv: [] });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that learned ended with ${code}.`)));
  });
}
