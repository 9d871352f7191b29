import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

const painter = (style: Style) => (text: string) =>
  process.stdout.isTTY && !process.env['NO_COLOR'] ? styleText(style, text) : text;

/** Colors of the terminal by what they mean; plain where the output is no terminal. */
export const paint = {
  bot: painter('blue'),
  customer: painter('bold'),
  choice: painter('cyan'),
  waiting: painter('yellow'),
  soft: painter('dim'),
  error: painter('red'),
  good: painter('green'),
};
