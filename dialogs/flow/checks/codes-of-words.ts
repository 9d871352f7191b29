import { type CheckCodeEntry, codeGroup } from './check-code-entry.ts';

const texts = codeGroup('texts');
const locales = codeGroup('locales');
const spoken = codeGroup('spoken form');
const deadline = codeGroup('deadline');
const handoff = codeGroup('handoff');
const triggers = codeGroup('triggers');
const scripts = codeGroup('scripts');
const patterns = codeGroup('patterns');
const migrations = codeGroup('migrations');

/** Codes of texts, languages, voice, time, handoff and everything that looks over several files. */
export const CODES_OF_WORDS = {
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
