import type { z } from 'zod';
import { CatalogueError } from '../../dialogs/protocol/errors.ts';
import type { Json } from '../../dialogs/protocol/value.ts';
import type { Answer, Call, Operation, SocketOf } from '../operation.ts';
import { toJson } from '../to-json.ts';
import { type CompanySystemSettings, companySystem, type Reach } from './company-system.ts';
import {
  type ClientParts,
  type CompanyAnswer,
  type CompanyClient,
  createCompanyClient,
} from './create-company-client.ts';
import { applyMapping, readPath } from './mapping.ts';

type Api = Readonly<Record<string, Operation>>;

/**
 * The socket of a table of operations, over a company's own REST system.
 * @throws CatalogueError `settings_invalid` at once when the settings name an operation that doesn't exist
 */
export function createHttpSocket<Table extends Api>(
  api: Table,
  settings: CompanySystemSettings,
  parts?: ClientParts,
): SocketOf<Table> {
  const parsed = companySystem.safeParse(settings);
  if (!parsed.success)
    throw new CatalogueError(
      'settings_invalid',
      `${settings.name}: ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`,
    );
  const system = parsed.data;
  const unknown = Object.keys(system.operations).find((name) => !Object.hasOwn(api, name));
  if (unknown !== undefined)
    throw new CatalogueError('settings_invalid', `${system.name}: there is no operation ${unknown}.`);
  const client = createCompanyClient(system, parts);
  const methods = Object.entries(api).map(([name, operation]) => [
    name,
    (input: unknown, call: Call = {}) =>
      perform(client, system.name, name, operation, system.operations[name], toJson(input), call),
  ]);
  // One method per operation, each typed by its own schemas: what Object.fromEntries cannot say.
  return Object.fromEntries(methods) as SocketOf<Table>;
}

async function perform(
  client: CompanyClient,
  system: string,
  name: string,
  operation: Operation,
  reach: Reach | undefined,
  input: Json,
  call: Call,
): Promise<Answer<z.infer<Operation['output']>, string>> {
  const method = reach?.method ?? operation.method;
  const { path, rest } = fillPath(reach?.path ?? operation.path, input);
  const inQuery = method === 'GET' || method === 'DELETE';
  const body = reach?.body ? applyMapping(reach.body, input) : inQuery ? undefined : rest;
  const query = reach?.query ? mapQuery(reach.query, input) : inQuery ? rest : {};
  const request = { method, path, query: texts(query), body, repeatable: operation.repeatable ?? false, ...call };
  const answer = await client.send(request);
  const outcome = outcomeOf(operation, reach, answer);
  if (outcome !== undefined) return { outcome };
  if (answer.status >= 300)
    throw new CatalogueError('company_system_failed', `${system}, ${name}: status ${answer.status}.`);
  const made = reach?.response ? applyMapping(reach.response, answer.body) : answer.body;
  const value = operation.output.safeParse(made);
  if (value.success) return { outcome: 'ok', value: value.data };
  const where = value.error.issues.map((issue) => issue.path.join('.') || 'the whole').join(', ');
  throw new CatalogueError('company_system_failed', `${system}, ${name}: the answer does not fit at ${where}.`);
}

type Fields = Readonly<Record<string, Json>>;

const fieldsOf = (input: Json): Fields => (isFields(input) ? input : {});

function isFields(input: Json): input is Fields {
  return input !== null && typeof input === 'object' && !Array.isArray(input);
}

/** Fills the braces of a path and gives back what is left of the input. */
function fillPath(template: string, input: Json): { readonly path: string; readonly rest: Fields } {
  const fields = fieldsOf(input);
  const used = new Set<string>();
  const path = template.replace(/\{(\w+)\}/g, (_, field: string) => {
    used.add(field);
    return encodeURIComponent(String(fields[field] ?? ''));
  });
  return { path, rest: Object.fromEntries(Object.entries(fields).filter(([name]) => !used.has(name))) };
}

function mapQuery(query: NonNullable<Reach['query']>, input: Json): Fields {
  return fieldsOf(applyMapping({ fields: query }, input) ?? {});
}

function texts(fields: Fields): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
}

/** The declared outcome that an answer means, by the settings, else as our OpenAPI document says. */
function outcomeOf(
  operation: Operation,
  reach: Reach | undefined,
  { status, body }: CompanyAnswer,
): string | undefined {
  const set = reach?.outcomes.find(
    (rule) => rule.status === status && (!rule.when || readPath(rule.when.path, body) === rule.when.is),
  );
  const said =
    set?.outcome ?? (status === 404 ? 'not_found' : status === 409 ? readPath('$.outcome', body) : undefined);
  return operation.outcomes.find((outcome) => outcome === said);
}
