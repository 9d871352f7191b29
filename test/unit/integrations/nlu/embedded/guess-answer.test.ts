import { createAnswerReader } from '../../../../../integrations/nlu/embedded/answers/create-answer-reader.ts';
import { guessAnswer } from '../../../../../integrations/nlu/embedded/guess-answer.ts';
import { expecting, question } from '../expectation.ts';

const READER = createAnswerReader('en');
const LOST = { commands: [{ kind: 'cannot_handle', why: 'not_understood' }], confidence: 0.2 } as const;
const asked = (commits: boolean) =>
  expecting('en', { question: question({ type: 'boolean', yesNo: true, commits }), allowed: ['affirm', 'deny'] });
const guess = (words: string, commits: boolean) =>
  guessAnswer(words, 'en', asked(commits), LOST, READER)?.commands[0]?.kind;

test('what is meant as a yes agrees to what commits to nothing', () => {
  expect(guess('i would be more than happy with that', false)).toBe('affirm');
});

test('a guessed yes buys nothing, and a guessed no is heard', () => {
  expect(guess('i would be more than happy with that', true)).toBeUndefined();
  expect(guess("that's really not the one i meant", true)).toBe('deny');
});

test('what is surely a wish is no answer, nor is what answers no yes/no question', () => {
  const thanks = { commands: [{ kind: 'chitchat', topic: 'thanks' }], confidence: 0.9 } as const;
  expect(guessAnswer('i would be more than happy with that', 'en', asked(false), thanks, READER)).toBeUndefined();
  expect(guessAnswer('i would be more than happy with that', 'en', expecting('en', {}), LOST, READER)).toBeUndefined();
});
