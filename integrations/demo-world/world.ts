import type { Offers } from './offers.ts';
import type { WorldTables } from './world-tables.ts';

/** What the plugs of the demo world share. */
export interface World {
  readonly tables: WorldTables;
  readonly offers: Offers;
  readonly now: () => Date;
}
