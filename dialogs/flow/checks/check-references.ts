import type { ProblemReport } from '../flow-problem.ts';
import { didYouMean } from '../nearest-name.ts';
import type { ParsedDialogs } from '../parse-dialogs.ts';
import type { ParsedFlow } from '../parse-flow.ts';
import type { SourcePath } from '../source-file.ts';
import { usesOf } from '../steps/step-kinds.ts';

/** What a book can't do without: every step, flow and slot that is named exists. */
export function checkReferences({
  dialogs,
  report,
}: {
  readonly dialogs: ParsedDialogs;
  readonly report: ProblemReport;
}): void {
  for (const parsed of dialogs.flows.values()) {
    checkTargets(parsed, report);
    checkFlows(parsed, dialogs, report);
    checkSlotNames(parsed, dialogs, report);
  }
}

function checkTargets({ flow, source, paths, broken }: ParsedFlow, report: ProblemReport): void {
  const known = Object.keys(flow.steps);
  for (const { step } of Object.values(flow.steps)) {
    for (const { route, path } of usesOf(step).routes) {
      const targets = [
        ...route.branches.map(({ to }, index) => ({ to, at: [...path, index, 'then'] })),
        ...(route.else === undefined
          ? []
          : [{ to: route.else, at: elsePath(path, route.branches.length, source.value, paths[step.id] ?? []) }]),
      ];
      for (const { to, at } of targets) {
        if (to === 'END' || Object.hasOwn(flow.steps, to) || broken.has(to)) continue;
        report.add(
          'unknown-target',
          source,
          [...(paths[step.id] ?? []), ...at],
          `There is no step \`${to}\` in this flow.`,
          didYouMean(to, [...known, 'END']),
        );
      }
    }
  }
}

/** A plain `next: id` is an `else` too: its place is the field itself. */
function elsePath(path: SourcePath, branches: number, _value: unknown, _step: SourcePath): SourcePath {
  return branches === 0 ? path : [...path, branches, 'else'];
}

function checkFlows({ flow, source, paths }: ParsedFlow, dialogs: ParsedDialogs, report: ProblemReport): void {
  for (const { step } of Object.values(flow.steps)) {
    for (const use of usesOf(step).flows) {
      if (dialogs.flows.has(use.flow) || dialogs.unreadable.has(use.flow)) continue;
      report.add(
        'unknown-flow',
        source,
        [...(paths[step.id] ?? []), ...use.path],
        `There is no flow \`${use.flow}\`.`,
        didYouMean(use.flow, dialogs.flows.keys()),
      );
    }
  }
}

/** Slots named outside expressions, where the expression compiler doesn't look. */
function checkSlotNames({ flow, source, paths }: ParsedFlow, dialogs: ParsedDialogs, report: ProblemReport): void {
  for (const name of Object.keys(flow.slots)) {
    if (Object.hasOwn(dialogs.slots, name)) {
      report.add(
        'slot-shadowed',
        source,
        ['slots', name],
        `\`${name}\` is a shared slot already, declared in slots.yaml.`,
        undefined,
        { on: 'key' },
      );
    }
  }
  const known = { ...dialogs.slots, ...flow.slots };
  for (const { step } of Object.values(flow.steps)) {
    const uses = usesOf(step);
    for (const { slot, path } of [...uses.fills, ...uses.empties, ...uses.names])
      unknownSlot(slot, known, [...(paths[step.id] ?? []), ...path]);
    if (step.kind === 'call' || step.kind === 'link')
      checkPassedSlots(step.flow, Object.keys(step.with), [...(paths[step.id] ?? []), 'with']);
    if (step.kind === 'call') {
      for (const [own, theirs] of Object.entries(step.into)) {
        const callee = dialogs.flows.get(step.flow)?.flow.slots;
        if (callee)
          unknownSlot(theirs, { ...dialogs.slots, ...callee }, [...(paths[step.id] ?? []), 'into', own], step.flow);
      }
    }
  }

  function unknownSlot(slot: string, slots: Readonly<Record<string, unknown>>, path: SourcePath, of?: string): void {
    if (Object.hasOwn(slots, slot)) return;
    const message = of ? `Flow \`${of}\` has no slot \`${slot}\`.` : `There is no slot \`${slot}\` here.`;
    report.add(
      'unknown-slot',
      source,
      path,
      message,
      didYouMean(slot, Object.keys(slots)) ?? 'Declare it below `slots:` of the flow.',
    );
  }

  function checkPassedSlots(flowId: string, names: readonly string[], path: SourcePath): void {
    const callee = dialogs.flows.get(flowId)?.flow.slots;
    if (!callee) return;
    for (const name of names) {
      if (Object.hasOwn(callee, name) || Object.hasOwn(dialogs.slots, name)) continue;
      report.add(
        'unknown-slot',
        source,
        [...path, name],
        `Flow \`${flowId}\` has no slot \`${name}\`.`,
        didYouMean(name, Object.keys({ ...dialogs.slots, ...callee })),
        { on: 'key' },
      );
    }
  }
}
