import { IDENTITY_LEVELS } from '../../protocol/state.ts';
import type { SlotDefinition } from '../slot-definition.ts';
import type { DomainOf } from './condition-facts.ts';

const CONTEXT_DOMAINS: Readonly<Record<string, readonly string[]>> = {
  'identity.level': IDENTITY_LEVELS,
  'channel.audience': ['private', 'shared'],
  'channel.purchase': ['full', 'confirm_elsewhere'],
  locale: ['en', 'ja'],
};

/** What the names of a flow's expressions can be at all. */
export function createDomains(slots: Readonly<Record<string, SlotDefinition>>): DomainOf {
  return (path) => {
    if (Object.hasOwn(CONTEXT_DOMAINS, path)) return CONTEXT_DOMAINS[path];
    const slot = /^slots\.([a-z0-9_]+)$/.exec(path)?.[1];
    const definition = slot !== undefined && Object.hasOwn(slots, slot) ? slots[slot] : undefined;
    return definition?.type === 'choice' ? definition.values : undefined;
  };
}
