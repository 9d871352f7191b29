import { z } from 'zod';
import type { Json } from '../../dialogs/protocol/value.ts';
import { CUSTOMERS_API, customer } from '../customers/customers.ts';
import { candidate, DIAGNOSTICS_API, device } from '../diagnostics/diagnostics.ts';
import { KNOWLEDGE_API } from '../knowledge/knowledge.ts';
import { NOTIFICATIONS_API } from '../notifications/http/create-http-notifications.ts';
import type { Operation } from '../operation.ts';
import { order } from '../orders/order.ts';
import { ORDERS_API } from '../orders/orders.ts';
import { plan, planOption, renewalOffer } from '../subscriptions/plan.ts';
import { SUBSCRIPTIONS_API } from '../subscriptions/subscriptions.ts';
import { toJson } from '../to-json.ts';

/** Every table of operations, by the family's name. */
export const COMPANY_APIS: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  orders: ORDERS_API,
  subscriptions: SUBSCRIPTIONS_API,
  diagnostics: DIAGNOSTICS_API,
  customers: CUSTOMERS_API,
  knowledge: KNOWLEDGE_API,
  notifications: NOTIFICATIONS_API,
};

/** Records that several operations give: written down once. */
const NAMED: Readonly<Record<string, z.ZodType>> = {
  Order: order,
  Customer: customer,
  Device: device,
  Candidate: candidate,
  Plan: plan,
  PlanOption: planOption,
  RenewalOffer: renewalOffer,
};

/** The OpenAPI 3.1 document of what the `http` plugs expect of a company's systems. */
export function createOpenApiDocument(): Json {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [family, api] of Object.entries(COMPANY_APIS)) {
    for (const [name, operation] of Object.entries(api)) {
      paths[operation.path] = {
        ...paths[operation.path],
        [operation.method.toLowerCase()]: describe(family, name, operation),
      };
    }
  }
  return toJson({
    openapi: '3.1.0',
    info: {
      title: 'What Omotenashi asks of a company’s systems',
      version: '1',
      description:
        'Answer like this and an `http` plug needs an address and a key alone; a system that speaks otherwise is translated by settings. ' +
        'Dates are calendar dates, instants are UTC, money is in the main unit with tax. A field that is null counts as missing.',
    },
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: Object.fromEntries(Object.entries(NAMED).map(([name, schema]) => [name, schemaOf(schema, 'output')])),
    },
  });
}

const inPath = (operation: Operation, field: string) => operation.path.includes(`{${field}}`);

function describe(family: string, name: string, operation: Operation): unknown {
  const { properties = {}, required = [] } = schemaOf(operation.input, 'input');
  const fields = Object.entries(properties);
  const hasBody = operation.method !== 'GET' && operation.method !== 'DELETE';
  const parameters = fields
    .filter(([field]) => inPath(operation, field) || !hasBody)
    .map(([field, schema]) => {
      const place = inPath(operation, field) ? 'path' : 'query';
      return { name: field, in: place, required: place === 'path' || required.includes(field), schema };
    });
  const rest = fields.filter(([field]) => hasBody && !inPath(operation, field));
  const body = {
    type: 'object',
    properties: Object.fromEntries(rest),
    required: required.filter((field) => rest.some(([other]) => other === field)),
  };
  return {
    operationId: name,
    tags: [family],
    summary: operation.summary,
    parameters: operation.method === 'POST' || operation.method === 'PUT' ? [...parameters, IDEMPOTENCY] : parameters,
    ...(rest.length > 0 ? { requestBody: { required: true, content: json(body) } } : {}),
    responses: responses(operation),
  };
}

const IDEMPOTENCY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key is done once; its answer is given again.',
  schema: { type: 'string' },
};

const json = (schema: unknown) => ({ 'application/json': { schema } });

function responses({ output, outcomes }: Operation): unknown {
  const refusals = outcomes.filter((outcome) => outcome !== 'not_found');
  return {
    200: { description: 'Done', content: json(referTo(output)) },
    ...(outcomes.includes('not_found')
      ? { 404: { description: 'There is no such thing, or it is someone else’s' } }
      : {}),
    ...(refusals.length > 0
      ? {
          409: {
            description: 'Not done, and why',
            content: json({ type: 'object', properties: { outcome: { enum: refusals } }, required: ['outcome'] }),
          },
        }
      : {}),
  };
}

/** A named record by its name, a list of them too; anything else in full. */
function referTo(schema: z.ZodType): unknown {
  const name = Object.keys(NAMED).find((known) => NAMED[known] === schema);
  if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodType)
    return { type: 'array', items: referTo(schema.element) };
  return schemaOf(schema, 'output');
}

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): ObjectSchema {
  const { $schema: _, properties, required, ...rest } = z.toJSONSchema(schema, { io });
  return { ...rest, ...(properties ? { properties } : {}), ...(required ? { required } : {}) };
}
