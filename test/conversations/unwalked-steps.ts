/**
 * Steps that no customer of the shipped flows can come to, with the reason: they answer what a bot's own flows may do. Every other
 * step of every flow is walked by a script in each language.
 */
export const UNWALKED_STEPS: Readonly<Record<string, string>> = {
  'patterns/continue-interrupted noted': 'no shipped flow or question blocks other wishes (`interruptions: block`)',
  'patterns/invalid-value what_is_missing':
    'every shipped question for a day or a number offers a list or says its own reason',
  'patterns/late-answer wait': 'every shipped action says its own words while it is waited for (`while_waiting`)',
};
