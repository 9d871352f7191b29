/** Slot types that say which thing is talked of: another value is another thing, not another wish about the same one. */
export const THING_TYPES: ReadonlySet<string> = new Set(['order_number', 'contract_number', 'product']);
