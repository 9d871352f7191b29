import { Command } from 'commander';
import { benchCommand } from './nlu/bench.ts';
import { evalCommand } from './nlu/eval.ts';
import { lintCommand } from './nlu/lint.ts';
import { reviewCommand } from './nlu/review.ts';
import { nluTestCommand } from './nlu/test.ts';

export const nluCommand = new Command('nlu')
  .description('Measure, test and improve how customers are understood (docs/how-to/measure-understanding.md).')
  .addCommand(evalCommand)
  .addCommand(benchCommand)
  .addCommand(nluTestCommand)
  .addCommand(lintCommand)
  .addCommand(reviewCommand);
