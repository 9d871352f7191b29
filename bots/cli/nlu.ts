import { Command } from 'commander';
import { benchCommand } from './nlu/bench.ts';
import { evalCommand } from './nlu/eval.ts';

export const nluCommand = new Command('nlu')
  .description('Measure, test and improve how customers are understood (docs/how-to/measure-understanding.md).')
  .addCommand(evalCommand)
  .addCommand(benchCommand);
