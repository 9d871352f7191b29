import { generateObject, type LanguageModel, NoObjectGeneratedError } from 'ai';
import type { Expectation, Understanding } from '../../../dialogs/protocol/understanding.ts';
import type { Log, Meters } from '../../telemetry/telemetry.ts';
import type { Nlu, UnderstandingContext } from '../nlu.ts';
import type { ReadValues } from '../read-values.ts';
import { acceptCommands, type Heard } from './accept-commands.ts';
import { answerSchema, type ModelAnswer, movesOf } from './answer-schema.ts';
import { hideValues, lookingForPersonal } from './hide-values.ts';
import type { KnownDialogs } from './known-flow.ts';
import type { ModelGate } from './model-gate.ts';
import { writePrompt } from './write-prompt.ts';

export interface LanguageModelOptions {
  /** Reads every message first, and alone where it is sure. */
  readonly first: Nlu;
  readonly model: LanguageModel;
  readonly dialogs: KnownDialogs;
  readonly readValues: ReadValues;
  /** Hides what is personal as `[WORD]`; nothing leaves that has not been through it. */
  readonly mask: (text: string) => string;
  /** How long a turn waits for the model, in milliseconds. */
  readonly timeoutMs: number;
  readonly gate: ModelGate;
  readonly telemetry: Pick<Log, 'warn'> & Meters;
}

/** Below it, what an engine learned from examples is not acted on without a second reader. */
const SURE = 0.6;
/** What the model's commands count for: enough to be done, less than a rule. */
const CONFIDENCE = 0.75;
/** Tokens of an answer: four commands have fewer. */
const LONGEST_ANSWER = 300;

/**
 * A language model beside another engine: asked at most once for a message, and only where that engine is not sure or has not understood.
 * What the rules say (danger, a person, yes and no, answers to the open question) never comes to it, and a yes or no never comes from it. It only chooses among the moves
 * that the dialog allows now; a model that is slow, away, over budget or at fault changes nothing.
 */
export function createLanguageModelNlu(options: LanguageModelOptions): Nlu {
  const { first, gate, telemetry } = options;
  const tell = (outcome: string) => telemetry.count?.('model_calls', { outcome });
  return {
    learned: first.learned,
    understand: async (text, expectation, context) => {
      const own = await first.understand(text, expectation, context);
      if (!isUnsure(own, expectation)) return own;
      const closed = gate.closed();
      if (closed) return kept(own, tell, closed);
      const { heard, prompt } = prepare(text, expectation, context, options);
      const patience = AbortSignal.timeout(options.timeoutMs);
      let answer: ModelAnswer;
      try {
        answer = await ask(options, heard, prompt, patience);
        gate.answered();
      } catch (fault) {
        // It is there, and what it said is no move: whoever writes odd things must not shut it for everybody.
        const unfit = NoObjectGeneratedError.isInstance(fault);
        if (unfit) gate.answered();
        else gate.failed();
        // Its message may hold what was sent or answered.
        telemetry.warn('language_model_failed', { kind: fault instanceof Error ? fault.name : 'unknown' });
        return kept(own, tell, patience.aborted ? 'slow' : unfit ? 'unfit' : 'failed');
      }
      const commands = acceptCommands(answer.commands, heard);
      if (commands.length === 0) return kept(own, tell, 'nothing');
      tell('used');
      return { ...own, commands, confidence: CONFIDENCE, by: 'llm' };
    },
  };
}

function kept(own: Understanding, tell: (outcome: string) => void, outcome: string): Understanding {
  tell(outcome);
  return own;
}

/** Only what an engine has learned can be unsure: a rule that does not understand means it. Words of the customer's own are an answer. */
function isUnsure({ by, commands, confidence }: Understanding, { question }: Expectation): boolean {
  if (by === 'rules' || by === 'platform' || by === 'given' || question?.freeText) return false;
  return confidence < SURE || commands.some(({ kind }) => kind === 'clarify' || kind === 'cannot_handle');
}

function prepare(text: string, expectation: Expectation, context: UnderstandingContext, options: LanguageModelOptions) {
  const { readValues, dialogs, mask } = options;
  const { clean, entities } = readValues(text, lookingForPersonal(expectation), context);
  const words = hideValues(clean, entities, expectation.question?.type, mask);
  const moves = movesOf(expectation, dialogs);
  const heard: Heard = { words, entities, expectation, moves };
  return { heard, prompt: writePrompt(words, expectation, moves, dialogs) };
}

/** One call, without another try: the customer waits. */
async function ask(
  { model }: LanguageModelOptions,
  { moves }: Heard,
  { system, prompt }: ReturnType<typeof writePrompt>,
  abortSignal: AbortSignal,
): Promise<ModelAnswer> {
  const { object } = await generateObject({
    ...{ model, system, prompt },
    schema: answerSchema(moves),
    schemaName: 'commands',
    temperature: 0,
    maxOutputTokens: LONGEST_ANSWER,
    maxRetries: 0,
    abortSignal,
  });
  return object;
}
