export type Severity = 'error' | 'warning' | 'info';

/** One kind of problem that the checker finds. */
export interface CheckCodeEntry {
  readonly group: string;
  readonly severity: Severity;
  /** What is wrong, in one sentence. */
  readonly summary: string;
  /** What to do about it; also the hint of a problem that has no better one. */
  readonly remedy: string;
  /** Found only by comparing with an older revision. */
  readonly needsAgainst?: true;
}

const group =
  (name: string) =>
  (severity: Severity, summary: string, remedy: string): CheckCodeEntry => ({ group: name, severity, summary, remedy });

const file = group('file');
const targets = group('targets');
const slots = group('slots');
const expressions = group('expressions');
const actions = group('actions');
const texts = group('texts');
const locales = group('locales');
const spoken = group('spoken form');
const deadline = group('deadline');
const handoff = group('handoff');
const triggers = group('triggers');
const scripts = group('scripts');
const patterns = group('patterns');
const migrations = group('migrations');

/** Every code of the checker: `docs/reference/checks.md` is made from it. Codes are never reused for another meaning. */
export const CHECK_CODES = {
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

  'text-missing': texts('error', 'A text that is said does not exist.', 'Write it in every locale file of the flow.'),
  'text-syntax': texts(
    'error',
    'A text is not valid ICU MessageFormat.',
    "Mend the marked place; a literal brace is written '{'.",
  ),
  'text-value-missing': texts(
    'error',
    'A text wants a value that the step does not give.',
    'Give it by `with`, or name a slot.',
  ),
  'tag-unknown': texts(
    'error',
    'A text uses a speech tag that does not exist.',
    'Use <spell>, <digits>, <pause>, <slow> or <strong>.',
  ),
  'variant-without-default': texts(
    'error',
    'A text has no variant without conditions.',
    'Write one variant without `channel`, `needs` and `audience`.',
  ),
  'text-unused': texts('info', 'No step says a text.', 'Take it away, or say it.'),
  'text-too-long': texts(
    'warning',
    'A text is too long to be read in one go.',
    'Shorten it, or spread it over two turns.',
  ),
  'label-too-long': texts(
    'warning',
    'A label is cut on a channel.',
    'Shorten it, or write a variant for that channel.',
  ),
  'secret-in-text': texts('error', 'A text shows a secret.', 'Secrets are inputs of actions and nothing else.'),
  'personal-spoken': texts('warning', 'A personal value is spoken aloud.', 'Write a `speech` without it.'),
  'shared-place': texts(
    'error',
    'Personal values are said where others may read or hear them.',
    'Write an `audience: shared` variant, branch on `channel.audience`, or call `identify-customer` before.',
  ),

  'locale-missing': locales('error', 'A flow or a text is missing in a language.', 'Write it in that language.'),
  'locale-values-differ': locales(
    'error',
    'A text uses other values in another language.',
    'Use the same values in every language.',
  ),
  'plural-form-missing': locales('warning', 'A plural form of the language is missing.', 'Write the form.'),
  'examples-missing': locales(
    'warning',
    'A flow has examples in one language and none in another.',
    'Write examples in that language.',
  ),
  'examples-thin': locales(
    'warning',
    'A flow has few examples.',
    'Write at least ten; forty and more understand well.',
  ),

  'spoken-url': spoken(
    'error',
    'An address of the web or of mail is spoken.',
    'Write a `speech` that does without, or offer to send it.',
  ),
  'spoken-emoji': spoken('warning', 'An emoji is spoken.', 'Leave it out of `speech`.'),
  'spoken-click': spoken(
    'warning',
    'Spoken words need eyes or hands: click, below, see.',
    'Say it for someone who only hears.',
  ),
  'spoken-long-list': spoken('warning', 'More than three things are listed by voice.', 'Say three, then "more".'),
  'spoken-bare-digits': spoken(
    'warning',
    'A long number is spoken as one number.',
    'Write <digits>…</digits> or <spell>…</spell>.',
  ),
  'spoken-markup': spoken(
    'error',
    'Markup would be read out as written.',
    'Use speech tags with content, and no Markdown or HTML in spoken words.',
  ),
  'speech-too-long': spoken('warning', 'Words take longer than twelve seconds to say.', 'Shorten the `speech`.'),
  'reprompt-missing': spoken(
    'warning',
    'A question has nothing to say into the silence.',
    'Write `on_no_input`, or have the texts of pattern `no-input`.',
  ),
  'ssml-not-valid': spoken(
    'error',
    'Speech markup of a platform stands in a text.',
    'Write our speech tags; SSML is made from them.',
  ),

  'deadline-exceeded': deadline(
    'error',
    "The actions between two questions may take longer than a channel's budget, and nothing is said meanwhile.",
    'Write `while_waiting`, or lower `timeout_ms`.',
  ),
  'waiting-line-missing': deadline('warning', 'A slow action has no line for the wait.', 'Write `while_waiting`.'),

  'handoff-without-exit': handoff(
    'error',
    'Nothing answers when no person can take over.',
    'Write `on: { failed: … }`, or have the pattern `agent-unavailable`.',
  ),
  'secret-in-packet': handoff('error', 'A secret would travel to the desk.', 'Take it out of `include` and `with`.'),
  'packet-over-budget': handoff(
    'warning',
    'The facts of a handoff are more than a desk shows.',
    'Name the few that matter in `include`.',
  ),
  'handoff-note-missing': handoff(
    'info',
    'A handoff has no note for the agent.',
    'Write a `note`: what happened, in one or two sentences.',
  ),

  'trigger-overlap': triggers(
    'warning',
    'Two flows have very similar examples.',
    'Sharpen them, or let one flow clarify.',
  ),
  'example-duplicate': triggers('error', 'The same example stands in two flows.', 'Keep it in one.'),
  'example-slot-unknown': triggers(
    'error',
    'An example marks a slot that does not exist, or a value that it cannot hold.',
    'Correct the slot or the value.',
  ),

  'script-is-example': scripts(
    'error',
    "A customer's sentence of a script with real understanding is a training example.",
    'Say it in other words in the script.',
  ),

  'pattern-missing': patterns('error', 'A repair pattern is missing.', 'Add the folder below `patterns/`.'),
  'pattern-recursion': patterns('error', 'A pattern can trigger itself.', 'Lead its own failures to an end.'),

  'migrate-incomplete': {
    ...migrations(
      'error',
      'Running conversations may stand at a step, or hold a slot, that is gone and not mapped.',
      'Add it to `migrate` with the old version as `from`.',
    ),
    needsAgainst: true,
  },
  'migrate-unknown': {
    ...migrations(
      'error',
      'A migration maps something that did not exist, or to something that does not.',
      'Correct the map.',
    ),
    needsAgainst: true,
  },
} as const satisfies Readonly<Record<string, CheckCodeEntry>>;

export type CheckCode = keyof typeof CHECK_CODES;
