import type { z } from 'zod';
import { CHECK_CODES } from '../../../dialogs/flow/checks/check-codes.ts';
import { ERRORS } from '../../../dialogs/protocol/errors.ts';
import { SETTINGS } from '../../config.ts';
import { readSettings } from '../../read-settings.ts';

const HEAD = '<!-- Made from the code by `npx omotenashi export reference`: edit the code, not this page. -->\n';
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

function page(title: string, intro: string, head: readonly string[], rows: readonly string[]): string {
  return `${HEAD}\n# ${title}\n\n${intro}\n\n${row(...head)}\n|${head.map(() => '---').join('|')}|\n${rows.join('\n')}\n`;
}

/** Every problem that the checker can find. */
export const checksPage = (): string =>
  page(
    'Checks',
    '`npx omotenashi check` prints `file:line:column severity code – what is wrong – what to do`.',
    ['code', 'severity', 'what is wrong', 'what to do'],
    Object.entries(CHECK_CODES).map(([code, { severity, summary, remedy }]) =>
      row(`\`${code}\``, severity, summary, remedy),
    ),
  );

/** Every error that the system tells. */
export const errorsPage = (): string =>
  page(
    'Errors',
    'The HTTP interface answers errors as `application/problem+json` with one of these codes.',
    ['code', 'status', 'whose fault', 'again?', 'what is wrong', 'what to do'],
    Object.values(ERRORS).map(({ code, status, fault, retry, message, remedy }) =>
      row(`\`${code}\``, String(status), fault.replaceAll('_', ' '), retry ? 'yes' : 'no', message, remedy),
    ),
  );

/** Every setting. */
export function settingsPage(): string {
  const defaults = readSettings({});
  const shape: Readonly<Record<string, z.ZodType>> = SETTINGS.shape;
  return page(
    'Settings',
    'Settings come from the environment. A value that cannot be used stops the start with a sentence that names the setting. An empty variable counts as not set.',
    ['setting', 'meaning', 'without it'],
    Object.entries(shape).map(([name, setting]) =>
      row(
        `\`${name}\``,
        setting.description ?? '',
        shownDefault(name, Object.entries(defaults).find(([each]) => each === name)?.[1]),
      ),
    ),
  );
}

function shownDefault(name: string, fallback: unknown): string {
  if (fallback === undefined) return '–';
  // the folder is where the program is: its path on this machine is nobody's business
  if (name === 'FLOWS_DIR') return '`dialogs/flows` of the program';
  return `\`${Array.isArray(fallback) ? fallback.join(',') : String(fallback)}\``;
}
