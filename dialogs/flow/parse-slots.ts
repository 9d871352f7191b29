import type { ProblemReport } from './flow-problem.ts';
import { reportSlotValues } from './parse-flow.ts';
import { reportIssues } from './report-issues.ts';
import type { SlotDefinition } from './slot-definition.ts';
import { parseSlot, slotMap } from './slot-schema.ts';
import type { SourceFile } from './source-file.ts';

/** Reads `slots.yaml`: the slots that flows share. Slots that can't be read are reported and left out. */
export function parseSlots(source: SourceFile, report: ProblemReport): Readonly<Record<string, SlotDefinition>> {
  if (source.value === undefined || source.value === null) return {};
  let read = slotMap.safeParse(source.value);
  if (!read.success) {
    reportIssues(read.error.issues, slotMap, source, [], report);
    const broken = new Set(read.error.issues.map((issue) => String(issue.path[0])));
    const kept =
      typeof source.value === 'object' ? Object.entries(source.value).filter(([name]) => !broken.has(name)) : [];
    read = slotMap.safeParse(Object.fromEntries(kept));
  }
  if (!read.success) return {};
  const slots = Object.entries(read.data);
  for (const [name, slot] of slots) reportSlotValues(name, slot, source, [name], report);
  return Object.fromEntries(slots.map(([name, slot]) => [name, parseSlot(slot, 'conversation')]));
}
