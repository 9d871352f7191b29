import type { TriedStep } from './diagnostics.ts';
import type { GuideStep, Symptom } from './guide.ts';

/**
 * The next thing to try: follows the guide from its first step along the answers that were given.
 * @returns undefined when the guide is at its end
 */
export function nextStep(
  symptom: Symptom,
  tried: readonly TriedStep[],
): { readonly step: GuideStep; readonly number: number; readonly of: number } | undefined {
  const answers = new Map(tried.map(({ step, result }) => [step, result]));
  const passed = new Set<string>();
  let step = symptom.steps[0];
  while (step && answers.has(step.id) && !passed.has(step.id)) {
    passed.add(step.id);
    step = following(symptom, step, answers.get(step.id));
  }
  if (!step || passed.has(step.id)) return undefined;
  return { step, number: passed.size + 1, of: passed.size + stepsFrom(symptom, step, passed) };
}

function following(symptom: Symptom, step: GuideStep, result: TriedStep['result'] | undefined): GuideStep | undefined {
  const wanted = result === 'cannot_do' ? step.next?.cannot_do : step.next?.did_not_help;
  if (wanted === 'no_more') return undefined;
  if (wanted !== undefined) return symptom.steps.find((other) => other.id === wanted);
  return symptom.steps[symptom.steps.indexOf(step) + 1];
}

/** How many steps are left when nothing helps, this one included. */
function stepsFrom(symptom: Symptom, from: GuideStep, passed: ReadonlySet<string>): number {
  const seen = new Set<string>(passed);
  let count = 0;
  for (
    let step: GuideStep | undefined = from;
    step && !seen.has(step.id);
    step = following(symptom, step, 'did_not_help')
  ) {
    seen.add(step.id);
    count++;
  }
  return count;
}
