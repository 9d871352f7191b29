import type { Expectation } from '../../dialogs/protocol/understanding.ts';
import type { UnderstandingContext } from './nlu.ts';
import type { Reading } from './reading.ts';

/** What stands in the words by itself, whatever is wanted by them. */
export interface ValuesReading extends Pick<Reading, 'locale' | 'entities' | 'corrects' | 'asks'> {
  /** The words in which the entities have their places. */
  readonly clean: string;
}

/** Our own finders of values: what a service says of values is believed only where they find the same. */
export type ReadValues = (text: string, expectation: Expectation, context: UnderstandingContext) => ValuesReading;
