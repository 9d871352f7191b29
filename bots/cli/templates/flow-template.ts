/** The files of a new flow: it is whole and passes the check, so that a designer changes something that works. */
export function flowTemplate(name: string): Readonly<Record<string, string>> {
  const words = name.replaceAll('-', ' ');
  return {
    'flow.yaml': `# yaml-language-server: $schema=../../../docs/reference/flow.schema.json
schema: 1
flow: ${name}
version: 1
description: Say in a sentence what a customer gets from ${words}.
slots:
  wants_more: { type: boolean }
steps:
  - say: answer
  - collect: wants_more
    next: [{ if: slots.wants_more, then: more }, { else: END }]
  - id: more
    say: details
`,
    'en.yaml': `# yaml-language-server: $schema=../../../docs/reference/locale.schema.json
texts:
  answer: Here is the answer about ${words}.
  ask_wants_more: Would you like the details?
  details: And here are the details.
examples:
  - tell me about ${words}
`,
    'ja.yaml': `# yaml-language-server: $schema=../../../docs/reference/locale.schema.json
texts:
  answer: ${words}についてお答えします。
  ask_wants_more: 詳しくご説明しましょうか。
  details: 詳しくは次のとおりです。
examples:
  - ${words}について教えて
`,
  };
}
