import { type CheckCodeEntry, codeGroup } from './check-code-entry.ts';

const file = codeGroup('file');
const targets = codeGroup('targets');
const slots = codeGroup('slots');
const expressions = codeGroup('expressions');
const actions = codeGroup('actions');

/** Codes of files, steps, slots, expressions and actions. */
export const CODES_OF_STRUCTURE = {
  'yaml-syntax': file(
    'error',
    'The file is not valid YAML.',
    'Mend the marked place; an editor with YAML support shows it too.',
  ),
  'yaml-unsafe': file(
    'error',
    'The file uses something of YAML that is not read here: a tag, too many aliases, a forbidden key, a directive, several documents, or too much of anything.',
    'Write plain maps, lists and words, one document of at most 1 MB.',
  ),
  'duplicate-key': file('error', 'A key stands twice in the same map.', 'Keep one of the two.'),
  'unknown-field': file('error', 'A field is not part of the format.', 'Take the field away or correct its name.'),
  'field-missing': file('error', 'A required field is missing.', 'Add the field.'),
  'wrong-value': file(
    'error',
    'A field holds a value of the wrong kind.',
    'Write a value of the kind that the field takes.',
  ),
  'unknown-step-kind': file(
    'error',
    'A step has no verb that the format knows.',
    'Begin it with one of say, collect, action, set, call, link, handoff, end.',
  ),
  'two-verbs': file('error', 'A step has two verbs.', 'Make two steps of it.'),
  'name-shape': file(
    'error',
    'A name is not written in its shape.',
    'Flows and folders are kebab-case; slots, steps, actions, texts and events are snake_case.',
  ),
  'flow-id-not-folder': file(
    'error',
    "A flow's id is not its folder's path.",
    'Make `flow` equal to the folder below `flows/`.',
  ),
  'schema-version': file('error', 'The file is written for another version of the format.', 'Write `schema: 1`.'),

  'unknown-target': targets(
    'error',
    'A step leads to a step that does not exist in its flow.',
    'Correct the id, or add the step.',
  ),
  'unknown-flow': targets('error', 'A flow is named that does not exist.', 'Correct the id, or add the flow.'),
  'duplicate-id': targets('error', 'Two steps of a flow have the same id.', 'Rename the newer one; ids are stable.'),
  'id-reused': {
    ...targets('error', 'A step id of an older revision now means another verb.', 'Give the new step a new id.'),
    needsAgainst: true,
  },
  'unreachable-step': targets('warning', 'No way leads to a step.', 'Lead to it, or take it away.'),
  'unreachable-flow': targets(
    'warning',
    'A flow can never start: no examples, no events, nobody calls it or links to it.',
    'Give it examples, or call it.',
  ),
  'no-way-out': targets(
    'error',
    'From a step no way leads to the end of the flow.',
    'Lead one of its ways to END, a handoff or another flow.',
  ),
  'loop-without-collect': targets(
    'error',
    'Steps lead in a circle in which nobody is ever asked.',
    'Ask something in the circle, or leave it.',
  ),
  'call-cycle': targets(
    'error',
    'Flows call each other in a circle.',
    'Use `link` for the last of them, or take the shared part out.',
  ),
  'fallen-into': targets(
    'warning',
    'A step that others jump to is also run into by the step above it, which has no `next`.',
    'Write the `next` of the step above.',
  ),
  'deep-nesting': targets(
    'warning',
    'Steps are nested more than two levels deep.',
    'Make the inner part a flow, or lead to steps by id.',
  ),

  'unknown-slot': slots(
    'error',
    'A slot is used that neither the flow nor slots.yaml declares.',
    'Declare it, or correct its name.',
  ),
  'slot-shadowed': slots(
    'error',
    'A flow declares a slot that slots.yaml shares already.',
    'Take the declaration away, or choose another name.',
  ),
  'slot-before-set': slots(
    'error',
    'A slot is read where nothing on any way there can have filled it.',
    'Fill it before, or ask `has(slots.…)`.',
  ),
  'slot-type-clash': slots(
    'error',
    "A slot is filled with something that isn't of its type.",
    'Fill another slot, or correct the type.',
  ),
  'slot-may-be-empty': slots(
    'warning',
    'A slot is read that is empty on some way there.',
    'Ask `has(slots.…)` first, or fill it on every way.',
  ),
  'slot-never-read': slots('info', 'A slot is declared and never used.', 'Take it away, unless an agent needs it.'),
  'retries-without-exit': slots(
    'error',
    'The tries or silences of a question end where nothing leads on.',
    'Write `on_exhausted`, or have the pattern `cannot-handle`.',
  ),
  'attempts-repeat': slots(
    'warning',
    'A question says the same sentence twice.',
    'Write another sentence for each try and each silence.',
  ),
  'options-clash': slots(
    'error',
    'Two offered answers cannot be told apart, or one is not a value of the slot.',
    'Give every answer its own value and its own words.',
  ),
  'skippable-without-default': slots(
    'warning',
    'A question may be skipped, its slot has no default, and the way on does not ask whether it is filled.',
    'Give the slot a `default`, or branch on `has(slots.…)` after the question.',
  ),

  'expression-syntax': expressions(
    'error',
    'An expression cannot be read.',
    'Write it in CEL: `slots.order.days_late > 0 && has(slots.eta)`.',
  ),
  'expression-type': expressions(
    'error',
    "An expression's types do not fit.",
    'Compare like with like; a condition gives true or false.',
  ),
  'expression-too-large': expressions(
    'error',
    'An expression is too large.',
    'At most 500 characters, 500 parts, 32 levels and two nested macros; let an action work it out.',
  ),
  'function-forbidden': expressions(
    'error',
    'An expression uses a function that dialogs may not use.',
    'Use size, has, contains, startsWith, lower, min, max, dateDiff, format, timestamp, duration, fits, exists, all, filter or map.',
  ),
  'guard-never-true': expressions(
    'warning',
    'A guard can never be true.',
    'Correct the condition, or take the step or flow away.',
  ),
  'branch-never-taken': expressions(
    'warning',
    'A branch can never be taken.',
    'Correct its condition, its place in the list, or take it away.',
  ),
  'branch-without-else': expressions(
    'info',
    'Branches have no `else`: where none holds, the step that follows in the file runs.',
    'Write the `else` if that is not what you mean.',
  ),

  'unknown-action': actions(
    'error',
    'An action is not in the catalogue.',
    'Correct its name, or have it added to the catalogue.',
  ),
  'action-input': actions(
    'error',
    "What an action is given doesn't fit its input.",
    "Compare `with` with the action's input.",
  ),
  'outcome-unknown': actions(
    'error',
    'A step answers an outcome that it cannot have.',
    'Correct the name of the outcome.',
  ),
  'outcome-unhandled': actions('warning', 'An outcome of the action has no answer.', 'Say in `on` where it leads.'),
  'identity-too-low': actions(
    'error',
    'A way reaches an action without the proof that it needs.',
    'Call `identify-customer` before, or lead `not_proved` to a step that does.',
  ),
  'write-unconfirmed': actions(
    'warning',
    'A way reaches an action that buys, cancels or books with no yes of the customer before it.',
    'Read the offer back and ask before it.',
  ),
  'purchase-elsewhere': actions(
    'error',
    'A buying action stands on a way that places which may not sell take too.',
    'Branch on `channel.purchase == "confirm_elsewhere"` before it.',
  ),
} as const satisfies Readonly<Record<string, CheckCodeEntry>>;
