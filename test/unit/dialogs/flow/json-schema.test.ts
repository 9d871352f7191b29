import { dialogJsonSchema } from '../../../../dialogs/flow/json-schema.ts';

describe('the JSON Schema for editors', () => {
  it('spells out each verb once and lets branches hold steps again', () => {
    const schema = dialogJsonSchema('flow');
    expect(schema['$schema']).toContain('2020-12');
    const definitions = schema['$defs'] as Record<string, unknown>;
    expect(Object.keys(definitions)).toEqual(
      expect.arrayContaining([
        'steps',
        'step',
        'next',
        'say_step',
        'collect_step',
        'action_step',
        'set_step',
        'call_step',
        'link_step',
        'handoff_step',
        'end_step',
      ]),
    );
    expect(definitions['steps']).toMatchObject({ items: { $ref: '#/$defs/step' } });
    expect(JSON.stringify(definitions['next'])).toContain('#/$defs/steps');
    const references = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].map(([, name]) => name);
    for (const name of references) expect(Object.keys(definitions)).toContain(name);
  });

  it.each(['flow', 'slots', 'locale'] as const)('of %s refuses unknown fields and describes the known ones', (kind) => {
    const text = JSON.stringify(dialogJsonSchema(kind));
    expect(text).toContain('"additionalProperties":false');
    expect(text).toContain('"description"');
  });
});
