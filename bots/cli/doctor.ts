import { Command } from 'commander';
import type { Settings } from '../config.ts';
import { checkDataFolder } from './doctor/check-data-folder.ts';
import { checkFlows } from './doctor/check-flows.ts';
import { checkSettings } from './doctor/check-settings.ts';
import { checkSystems } from './doctor/check-systems.ts';
import { AREAS, type Finding } from './doctor/finding.ts';
import { paint } from './paint.ts';

interface DoctorOptions {
  readonly json?: boolean;
}

export const doctorCommand = new Command('doctor')
  .description(
    'Say what is wrong with settings, stores, dialogs and systems, and what to do. Looks alone: it changes nothing, also while the bot runs. Exit status 1 when there is an error.',
  )
  .option('--json', 'print {"ok","findings":[{"area","level","message","remedy"}]} and nothing else')
  .action(async ({ json }: DoctorOptions) => {
    const findings = await examine(process.env);
    const healthy = findings.every(({ level }) => level !== 'error');
    if (json) process.stdout.write(`${JSON.stringify({ ok: healthy, findings })}\n`);
    else process.stdout.write(report(findings, process.stdout.columns ?? DEFAULT_WIDTH));
    if (!healthy) process.exitCode = 1;
  });

async function examine(environment: Readonly<Record<string, string | undefined>>): Promise<readonly Finding[]> {
  const { settings, findings } = checkSettings(environment);
  if (!settings) return findings;
  const looked = await Promise.all([
    checkStores(settings),
    checkDataFolder(settings),
    checkFlows(settings.FLOWS_DIR),
    checkSystems(settings),
  ]);
  return [...findings, ...looked.flat()];
}

/** Their packages are loaded where they are used. */
async function checkStores(settings: Settings): Promise<readonly Finding[]> {
  const { REDIS_URL, MONGODB_URL } = settings;
  const redis = REDIS_URL ? (await import('./doctor/check-redis.ts')).checkRedis(REDIS_URL, settings) : [];
  const mongodb = MONGODB_URL ? (await import('./doctor/check-mongodb.ts')).checkMongodb(MONGODB_URL) : [];
  return (await Promise.all([redis, mongodb])).flat();
}

const DEFAULT_WIDTH = 100;
const NARROWEST = 30;
const SIGNS = { ok: paint.good('✓'), warning: paint.waiting('!'), error: paint.error('✗') };

/** By area; below each fault what to do about it. */
function report(findings: readonly Finding[], width: number): string {
  const lines = AREAS.flatMap((area) => {
    const here = findings.filter((finding) => finding.area === area);
    return here.length === 0 ? [] : [area, ...here.flatMap((finding) => linesOf(finding, width)), ''];
  });
  const count = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length;
  const several = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  const sum = `${several(count('error'), 'error')}, ${several(count('warning'), 'warning')}`;
  return `${[...lines, count('error') > 0 ? paint.error(sum) : paint.good(sum)].join('\n')}\n`;
}

function linesOf({ level, message, remedy }: Finding, width: number): readonly string[] {
  const room = Math.max(NARROWEST, width) - 4;
  const [first = '', ...others] = wrap(message, room);
  return [
    `  ${SIGNS[level]} ${first}`,
    ...others.map((line) => `    ${line}`),
    ...(remedy ? wrap(`→ ${remedy}`, room).map((line, at) => paint.soft(`    ${at === 0 ? '' : '  '}${line}`)) : []),
  ];
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
