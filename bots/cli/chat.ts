import { createInterface } from 'node:readline';
import { Command, Option } from 'commander';
import { LOCALES, type Locale } from '../../dialogs/protocol/locale.ts';
import { PROFILE_NAMES, type ProfileName } from '../../dialogs/scripts/channel-profiles.ts';
import type { ChatPartner, ChatTurn } from './chat-partner.ts';
import { connectChat } from './chat-server.ts';
import { startThrowawayChat } from './chat-throwaway.ts';
import { paint } from './paint.ts';

interface ChatOptions {
  readonly channel: ProfileName;
  readonly locale: Locale;
  readonly customer?: string;
  readonly url?: string;
  readonly json?: boolean;
}

export const chatCommand = new Command('chat')
  .description(
    'Talk to the bot in the terminal; without a terminal one customer line is read per line (a blank line is an empty message).',
  )
  .addOption(new Option('--channel <name>', 'talk as on this channel').choices(PROFILE_NAMES).default('webchat'))
  .addOption(new Option('--locale <locale>', 'language of the conversation').choices(LOCALES).default('en'))
  .option('--customer <id>', 'verified as this customer of the demo world (omotenashi demo lists them)')
  .option('--url <address>', 'talk to the running server instead of a throw-away world')
  .option('--json', 'print one JSON object per turn and nothing else, the greeting first')
  .action(async (options: ChatOptions) => {
    const partner = options.url
      ? await connectChat({ ...options, url: options.url })
      : await startThrowawayChat(options);
    if (options.json) await talkInJson(partner);
    else await talkInWords(partner, Boolean(process.stdin.isTTY));
    await partner.close();
  });

async function talkInJson(partner: ChatPartner): Promise<void> {
  const print = ({ line }: ChatTurn) => process.stdout.write(`${JSON.stringify(line)}\n`);
  print(partner.greeting);
  for await (const words of createInterface({
    input: process.stdin,
    crlfDelay: Number.POSITIVE_INFINITY,
  }))
    print(await partner.say(words));
}

async function talkInWords(partner: ChatPartner, isTerminal: boolean): Promise<void> {
  printLine(partner.greeting);
  const input = createInterface({
    input: process.stdin,
    crlfDelay: Number.POSITIVE_INFINITY,
    ...(isTerminal ? { output: process.stdout } : {}),
  });
  if (isTerminal) {
    process.stdout.write(paint.soft('(Ctrl+D ends the talk.)\n'));
    input.setPrompt(paint.customer('› '));
    input.prompt();
  }
  for await (const words of input) {
    if (!isTerminal) process.stdout.write(`${paint.customer(`› ${words}`)}\n`);
    printLine(await partner.say(words));
    if (isTerminal) input.prompt();
  }
  process.stdout.write('\n');
}

function printLine({ line, cards }: ChatTurn): void {
  if (line.messages.length === 0) process.stdout.write(paint.soft('  (nothing is said)\n'));
  for (const [place, message] of line.messages.entries()) {
    process.stdout.write(`${paint.bot('●')} ${message.text.replaceAll('\n', '\n  ')}\n`);
    if (message.speech && message.speech !== message.text)
      process.stdout.write(`  ${paint.soft(`🔊 ${message.speech}`)}\n`);
    for (const row of cards[place] ?? []) process.stdout.write(`  ${paint.soft(`│ ${row}`)}\n`);
    for (const [index, choice] of (message.choices ?? []).entries())
      process.stdout.write(`  ${paint.choice(`[${index + 1}] ${choice.label}`)}\n`);
  }
  if (line.control && line.control.owner !== 'bot')
    process.stdout.write(`  ${paint.waiting(`— ${line.control.owner} —`)}\n`);
}
