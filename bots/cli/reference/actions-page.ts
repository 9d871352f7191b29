import { z } from 'zod';
import type { ActionDescriptor } from '../../../dialogs/flow/action-catalogue.ts';
import { ACTION_CATALOGUE } from '../../../integrations/action-catalogue.ts';

type JsonSchema = z.core.JSONSchema._JSONSchema;

/** `docs/reference/actions.md`: every action that a flow may call, with its fields and outcomes. */
export function actionsPage(): string {
  const actions = Object.values(ACTION_CATALOGUE);
  return [
    '# Actions that flows may call',
    '',
    'Made from the code by `npm run docs`. Every action may also end in `failed` or `timeout`.',
    'A field with `?` may be absent: test it with `has`.',
    '',
    ...actions.flatMap(describe),
  ].join('\n');
}

function describe(action: ActionDescriptor): readonly string[] {
  const { needs, grants, access, commits, purchase, timeoutMs } = action;
  const marks = [
    needs ? `needs **${needs.level}** for the ${needs.proves}` : 'needs no proof',
    ...(grants ? [`gives **${grants}**`] : []),
    purchase ? 'buys' : commits ? 'commits: ask for an explicit yes first' : access === 'write' ? 'writes' : 'reads',
    `${timeoutMs} ms`,
  ];
  return [
    `## ${action.name}`,
    '',
    action.description,
    '',
    `${marks.join(' · ')}. Outcomes: ${['ok', ...action.outcomes].map((outcome) => `\`${outcome}\``).join(' ')}`,
    '',
    ...list('with', z.toJSONSchema(action.input, { io: 'input' })),
    ...(action.output ? list('into', z.toJSONSchema(action.output, { io: 'output' })) : []),
    '',
  ];
}

/** The fields of a record, or of the records of a list. */
function list(title: string, schema: JsonSchema): readonly string[] {
  if (typeof schema === 'boolean') return [];
  const entries = schema.type === 'array' && !Array.isArray(schema.items) ? schema.items : schema;
  if (typeof entries !== 'object') return [];
  const fields = Object.entries(entries.properties ?? {});
  if (fields.length === 0) return [];
  const heading = schema.type === 'array' ? `\`${title}\`: a list of` : `\`${title}\`:`;
  return [
    heading,
    '',
    ...fields.map(([name, field]) => line(name, field, entries.required?.includes(name) ?? false)),
    '',
  ];
}

function line(name: string, field: JsonSchema, required: boolean): string {
  const described = typeof field === 'object' ? field.description : undefined;
  return `- \`${name}${required ? '' : '?'}\` ${typeOf(field)}${described ? `: ${described}` : ''}`;
}

function typeOf(field: JsonSchema): string {
  if (typeof field === 'boolean') return 'any';
  if (field.enum) return field.enum.map((value) => `\`${value}\``).join(' ');
  if (field.format === 'date' || field.format === 'date-time') return field.format === 'date' ? 'date' : 'datetime';
  if (field.type === 'array')
    return `list of ${Array.isArray(field.items) || field.items === undefined ? 'anything' : typeOf(field.items)}`;
  if (field.type !== 'object') return field.type === 'string' ? 'text' : String(field.type ?? 'any');
  const inner = Object.keys(field.properties ?? {});
  return inner.join() === 'amount,currency' ? 'money' : `record {${inner.join(', ')}}`;
}
