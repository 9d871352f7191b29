import { z } from 'zod';
import type { ActionCatalogue, ActionDescriptor } from '../../../../dialogs/flow/action-catalogue.ts';
import { checkDialogs, type DialogsToCheck } from '../../../../dialogs/flow/check-dialogs.ts';
import type { FlowProblem } from '../../../../dialogs/flow/flow-problem.ts';
import { PATTERN_NAMES } from '../../../../dialogs/flow/pattern-names.ts';
import { CHANNEL_PROFILES } from '../../../../dialogs/scripts/channel-profiles.ts';

/** Files by their path below the flows folder. */
export type Files = Readonly<Record<string, string>>;

const action = (name: string, rest: Partial<ActionDescriptor>): ActionDescriptor => ({
  name,
  description: 'For tests.',
  input: z.object({}),
  outcomes: [],
  access: 'read',
  commits: false,
  purchase: false,
  timeoutMs: 800,
  ...rest,
});

const order = z.object({
  state: z.enum(['placed', 'delivered']),
  eta: z.iso.date().optional(),
  days_late: z.int(),
  name: z.string().optional(),
});
const orderInput = z.object({ order_number: z.string() });

/** A small catalogue: one action of each sort. */
export const TEST_ACTIONS: ActionCatalogue = Object.fromEntries(
  [
    action('look_up', { input: orderInput, output: order, outcomes: ['not_found'] }),
    action('look_up_owned', {
      input: orderInput,
      output: order,
      outcomes: ['not_proved'],
      needs: { level: 'recognised', proves: 'order' },
    }),
    action('list_orders', { output: z.array(z.object({ value: z.string(), label: z.string() })) }),
    action('prove', { input: orderInput, outcomes: ['no_match'], grants: 'recognised' }),
    action('prepare', { output: z.object({ id: z.string(), price: z.number() }) }),
    action('buy', { input: z.object({ offer_id: z.string() }), access: 'write', commits: true, purchase: true }),
    action('cancel_it', { input: z.object({ offer_id: z.string() }), access: 'write', commits: true }),
    action('slow', { timeoutMs: 2600, output: order }),
    action('count', { output: z.object({ total: z.int() }) }),
    action('note', { input: z.object({ text: z.string(), times: z.int().optional() }), access: 'write' }),
  ].map((found) => [found.name, found]),
);

/** Patterns that say one text each: nothing is wrong with them. */
const patternFiles = (names: readonly string[]): Files =>
  Object.fromEntries(
    names.flatMap((name) => [
      [`patterns/${name}/flow.yaml`, `flow: patterns/${name}\ndescription: A pattern.\nsteps:\n  - say: words\n`],
      [`patterns/${name}/en.yaml`, 'texts:\n  words: One moment.\n'],
      [`patterns/${name}/ja.yaml`, 'texts:\n  words: 少々お待ちください。\n'],
    ]),
  );

/** The patterns that other checks ask for; reading all twenty for every case would take its time. */
export const PATTERN_FILES: Files = patternFiles(['cannot-handle', 'no-input', 'no-match', 'agent-unavailable']);
export const ALL_PATTERN_FILES: Files = patternFiles(PATTERN_NAMES);

/** Ten phrases, so that nobody complains of few. */
const examples = (locale: 'en' | 'ja') =>
  Array.from({ length: 10 }, (_, index) =>
    locale === 'en'
      ? `  - parcel phrase ${'abcdefghij'[index]} here\n`
      : `  - ${'あいうえおかきくけこ'[index]}荷物の件\n`,
  ).join('');

/** The texts of the flow `parcel`, the same keys in both languages. */
export function words(en: string, ja = en): Files {
  const file = (texts: string, locale: 'en' | 'ja') => `texts:\n${texts}examples:\n${examples(locale)}`;
  return { 'parcel/en.yaml': file(en, 'en'), 'parcel/ja.yaml': file(ja, 'ja') };
}

/** The flow `parcel`. `steps` is the YAML list, indented by two. */
export function parcel(steps: string, head = ''): Files {
  return { 'parcel/flow.yaml': `schema: 1\nflow: parcel\ndescription: A flow for tests.\n${head}steps:\n${steps}` };
}

export const HELLO = words('  hello: Hello.\n', '  hello: こんにちは。\n');

/** Everything that the checker says of some files, over the patterns. */
export function problemsOf(files: Files, more: Partial<DialogsToCheck> = {}): readonly FlowProblem[] {
  return checkDialogs({
    files: Object.entries({ ...PATTERN_FILES, ...files }).map(([path, text]) => ({ path, text })),
    actions: TEST_ACTIONS,
    profiles: CHANNEL_PROFILES,
    channels: ['webchat', 'alexa', 'phone', 'sms'],
    ...more,
  });
}

export const asFiles = (files: Files) => Object.entries(files).map(([path, text]) => ({ path, text }));
