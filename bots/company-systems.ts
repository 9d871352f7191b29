import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { CatalogueError } from '../dialogs/protocol/errors.ts';
import { type CompanySystem, companySystem } from '../integrations/company-api/company-system.ts';
import type { ClientParts } from '../integrations/company-api/create-company-client.ts';
import type { ActionPorts } from '../integrations/create-actions.ts';
import { createHttpCustomers } from '../integrations/customers/http/create-http-customers.ts';
import { createHttpDiagnostics } from '../integrations/diagnostics/http/create-http-diagnostics.ts';
import { createHttpKnowledge } from '../integrations/knowledge/http/create-http-knowledge.ts';
import { createHttpNotifications } from '../integrations/notifications/http/create-http-notifications.ts';
import { createHttpOrders } from '../integrations/orders/http/create-http-orders.ts';
import { createHttpSubscriptions } from '../integrations/subscriptions/http/create-http-subscriptions.ts';

const FAMILIES = {
  orders: createHttpOrders,
  subscriptions: createHttpSubscriptions,
  diagnostics: createHttpDiagnostics,
  customers: createHttpCustomers,
  knowledge: createHttpKnowledge,
  notifications: createHttpNotifications,
} as const;

/** The systems that a company has. */
export const COMPANY_FAMILIES = [
  ...(['orders', 'subscriptions', 'diagnostics', 'customers', 'knowledge', 'notifications'] as const),
];

const system = companySystem.optional();
const companySystems = z.strictObject({
  ...{ orders: system, subscriptions: system, diagnostics: system, customers: system, knowledge: system },
  notifications: system,
});
/** The company's own systems, by the socket they stand behind; the demo world answers for the others. */
export type CompanySystems = Readonly<Partial<Record<keyof typeof FAMILIES, CompanySystem>>>;

type Environment = Readonly<Record<string, string | undefined>>;
const REFERENCE = /\$\{([A-Z][A-Z0-9_]*)\}/g;
/** Fields that hold a secret: they are named in the file and stand in the environment. */
const SECRETS = new Set(['token', 'password', 'value']);

/**
 * Reads the file that says where the company's systems are. `${NAME}` stands for a variable of the environment.
 * @throws CatalogueError `settings_invalid` naming the file and what is wrong in it
 */
export function readCompanySystems(file: string, environment: Environment): CompanySystems {
  const fail = (detail: string, cause?: unknown): never => {
    throw new CatalogueError('settings_invalid', `COMPANY_SYSTEMS: ${file}: ${detail}`, { cause });
  };
  let written: unknown;
  try {
    written = parse(readFileSync(file, 'utf8'), { schema: 'core', maxAliasCount: 50 });
  } catch (cause) {
    return fail(cause instanceof Error ? cause.message : 'it cannot be read.', cause);
  }
  const exposed = secretsInClear(written);
  if (exposed) return fail(`${exposed} is a secret: write \${NAME} and set NAME in the environment.`);
  const missing = new Set<string>();
  const filled = fillReferences(written, environment, missing);
  if (missing.size > 0) return fail(`not set in the environment: ${[...missing].join(', ')}.`);
  const read = companySystems.safeParse(filled);
  if (!read.success)
    return fail(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}.`).join(' '));
  return Object.fromEntries(Object.entries(read.data).filter(([, each]) => each !== undefined));
}

/** The sockets over the company's own systems. */
export function createCompanySockets(systems: CompanySystems, parts?: ClientParts): Partial<ActionPorts> {
  return Object.fromEntries(
    Object.entries(FAMILIES).flatMap(([family, create]) => {
      const settings = Object.entries(systems).find(([name]) => name === family)?.[1];
      return settings ? [[family, create(settings, parts)]] : [];
    }),
  );
}

function secretsInClear(value: unknown, place: readonly string[] = []): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const here = [...place, key];
    const isSecret = place.at(-1) === 'auth' && SECRETS.has(key) && typeof inner === 'string';
    if (isSecret && !/^\$\{[A-Z][A-Z0-9_]*\}$/.test(inner)) return here.join('.');
    const deeper = secretsInClear(inner, here);
    if (deeper) return deeper;
  }
  return undefined;
}

function fillReferences(value: unknown, environment: Environment, missing: Set<string>): unknown {
  if (typeof value === 'string')
    return value.replaceAll(REFERENCE, (_, name: string) => {
      const found = environment[name];
      if (found === undefined || found === '') missing.add(name);
      return found ?? '';
    });
  if (Array.isArray(value)) return value.map((entry) => fillReferences(entry, environment, missing));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, fillReferences(inner, environment, missing)]),
  );
}
