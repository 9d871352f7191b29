import type { ActionPorts } from '../integrations/create-actions.ts';
import type { DemoWorld } from '../integrations/demo-world/create-demo-world.ts';
import { loadKnowledge } from '../integrations/demo-world/load-knowledge.ts';
import type { Telemetry } from '../integrations/telemetry/telemetry.ts';
import { COMPANY_FAMILIES, createCompanySockets } from './company-systems.ts';
import { type DemoWorldConfig, openDemoWorld } from './open-demo-world.ts';

type Family = (typeof COMPANY_FAMILIES)[number];

export interface Company {
  readonly systems: Pick<ActionPorts, Family>;
  /** What it sells, by the names that customers use. */
  readonly products: DemoWorld['products'];
  /** Absent where every system is the company's own. */
  readonly world?: DemoWorld;
}

/** The company's systems: its own, and the demo world for those that are not named. A world that nobody would ask is not made. */
export function openCompany(config: DemoWorldConfig, telemetry: Telemetry): Company {
  const named = createCompanySockets(config.settings.companySystems, { telemetry });
  if (isWhole(named)) return { systems: named, products: loadKnowledge().products };
  const world = openDemoWorld(config);
  return { systems: { ...world, ...named }, products: world.products, world };
}

const isWhole = (named: Partial<ActionPorts>): named is Pick<ActionPorts, Family> =>
  COMPANY_FAMILIES.every((family) => named[family] !== undefined);
