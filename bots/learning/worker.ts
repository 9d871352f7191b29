import { parentPort, workerData } from 'node:worker_threads';
import { packLanguage } from '../../integrations/nlu/embedded/pack-models.ts';
import { type Lesson, learnLanguage } from '../../integrations/nlu/embedded/train-models.ts';

// What `learn-in-worker` gives it.
const lesson: Lesson = workerData;
const packed = packLanguage(learnLanguage(lesson));
parentPort?.postMessage(packed, [packed.buffer]);
