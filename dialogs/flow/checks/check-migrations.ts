import type { Flow, Migration } from '../flow.ts';
import { didYouMean } from '../nearest-name.ts';
import type { ParsedDialogs } from '../parse-dialogs.ts';
import type { ParsedFlow } from '../parse-flow.ts';
import type { CheckContext } from './check-context.ts';

/** Compares with an older revision: ids keep their meaning, and running conversations find their way. */
export function checkMigrations(older: ParsedDialogs, { dialogs, report }: CheckContext): void {
  for (const [id, parsed] of dialogs.flows) {
    const old = older.flows.get(id)?.flow;
    if (!old) continue;
    checkReused(old, parsed, report);
    const map = parsed.flow.migrate.find(({ from }) => from === old.version);
    checkComplete(old, parsed, map, report);
    for (const [index, migration] of parsed.flow.migrate.entries()) checkKnown(migration, index, old, parsed, report);
  }
}

type Report = CheckContext['report'];

function checkReused(old: Flow, { flow, source, paths, written }: ParsedFlow, report: Report): void {
  for (const [id, { step }] of Object.entries(flow.steps)) {
    const before = old.steps[id]?.step;
    if (!before || before.kind === step.kind || !written.has(id)) continue;
    report.add(
      'id-reused',
      source,
      [...(paths[id] ?? []), 'id'],
      `\`${id}\` was a \`${before.kind}\` and is a \`${step.kind}\` now.`,
    );
  }
}

/** Where a conversation may stand when its turn comes: at a question, with people, or inside a subflow. */
const canWait = (kind: string) => kind === 'collect' || kind === 'handoff' || kind === 'call';

function checkComplete(old: Flow, { flow, source }: ParsedFlow, map: Migration | undefined, report: Report): void {
  const lost = Object.values(old.steps).filter(
    ({ step }) =>
      canWait(step.kind) && !Object.hasOwn(flow.steps, step.id) && !Object.hasOwn(map?.steps ?? {}, step.id),
  );
  const changed = Object.entries(old.slots).filter(([name, slot]) => {
    const now = Object.hasOwn(flow.slots, name) ? flow.slots[name] : undefined;
    return (!now || now.type !== slot.type) && !Object.hasOwn(map?.slots ?? {}, name);
  });
  const version = flow.version > old.version ? '' : ` Raise \`version\` to ${old.version + 1}, too.`;
  const hint = (part: string) => `Write \`migrate: [{ from: ${old.version}, ${part} }]\`.${version}`;
  for (const { step } of lost) {
    report.add(
      'migrate-incomplete',
      source,
      ['migrate'],
      `Conversations of version ${old.version} may wait at \`${step.id}\`, which is gone and not mapped.`,
      hint(`steps: { ${step.id}: … }`),
      { on: 'key' },
    );
  }
  for (const [name] of changed) {
    const gone = Object.hasOwn(flow.slots, name) ? 'has another type now' : 'is gone';
    report.add(
      'migrate-incomplete',
      source,
      ['migrate'],
      `Conversations of version ${old.version} may hold \`${name}\`, which ${gone} and is not mapped.`,
      hint(`slots: { ${name}: null }`),
      { on: 'key' },
    );
  }
}

function checkKnown(
  migration: Migration,
  index: number,
  old: Flow,
  { flow, source }: ParsedFlow,
  report: Report,
): void {
  const at = (...below: (string | number)[]) => ['migrate', index, ...below];
  if (migration.from >= flow.version) {
    report.add(
      'migrate-unknown',
      source,
      at('from'),
      `The map is for version ${migration.from}, the flow is at version ${flow.version}.`,
      'Map from an older version, or raise `version`.',
    );
  }
  for (const [from, to] of Object.entries(migration.steps)) {
    if (to !== 'END' && !Object.hasOwn(flow.steps, to))
      report.add(
        'migrate-unknown',
        source,
        at('steps', from),
        `There is no step \`${to}\` to go on at.`,
        didYouMean(to, Object.keys(flow.steps)),
      );
    if (migration.from === old.version && !Object.hasOwn(old.steps, from))
      report.add(
        'migrate-unknown',
        source,
        at('steps', from),
        `Version ${old.version} had no step \`${from}\`.`,
        didYouMean(from, Object.keys(old.steps)),
        { on: 'key' },
      );
  }
  for (const [from, to] of Object.entries(migration.slots)) {
    if (to !== null && !Object.hasOwn(flow.slots, to))
      report.add(
        'migrate-unknown',
        source,
        at('slots', from),
        `The flow has no slot \`${to}\`.`,
        didYouMean(to, Object.keys(flow.slots)),
      );
    if (migration.from === old.version && !Object.hasOwn(old.slots, from))
      report.add(
        'migrate-unknown',
        source,
        at('slots', from),
        `Version ${old.version} had no slot \`${from}\`.`,
        didYouMean(from, Object.keys(old.slots)),
        { on: 'key' },
      );
  }
}
