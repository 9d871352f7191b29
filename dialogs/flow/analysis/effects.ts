import type { ActionCatalogue } from '../action-catalogue.ts';
import type { CallStep } from '../steps/call.ts';
import type { Step } from '../steps/index.ts';
import { type Facts, forgetSlot, levelFacts, union, without } from './facts.ts';

/** What is certain when a subflow has ended. */
export interface CallExits {
  readonly success: Facts;
  readonly failed: Facts;
}

interface EffectWorld {
  readonly actions: ActionCatalogue;
  /** Slots whose change ends an earlier yes. */
  readonly yesEnds: ReadonlySet<string>;
  exits(step: CallStep): CallExits & {
    /** Does a fact of the subflow outlive it? */
    keep(fact: string): boolean;
    /** Is a fact about the caller's own slots? */
    own(fact: string): boolean;
  };
}

const fill = (facts: Facts, slot: string, more: readonly string[] = []): Facts =>
  union(forgetSlot(facts, slot), new Set([`filled:${slot}`, ...more]));

/** Facts after a step ended in a certain way. */
export function applyEffect(step: Step, why: string, facts: Facts, world: EffectWorld): Facts {
  switch (step.kind) {
    case 'set':
      return Object.entries(step.values).reduce((known, [slot, value]) => {
        if (value === null) return forgetSlot(known, slot);
        const literal =
          typeof value === 'string'
            ? /^"([^"\\]*)"$/.exec(value.trim())?.[1]
            : typeof value === 'boolean'
              ? String(value)
              : undefined;
        return fill(known, slot, literal === undefined ? [] : [`eq:slots.${slot}:${literal}`]);
      }, facts);
    case 'collect':
      if (why === 'exhausted') return step.force_ask ? facts : forgetSlot(facts, step.slot);
      return why === 'ok' ? fill(facts, step.slot, [`asked:${step.slot}`]) : forgetSlot(facts, step.slot);
    case 'action': {
      if (why !== 'ok') return facts;
      const action = Object.hasOwn(world.actions, step.action) ? world.actions[step.action] : undefined;
      let known = step.into === undefined ? facts : fill(facts, step.into);
      if (step.into !== undefined && world.yesEnds.has(step.into))
        known = without(known, (fact) => fact.startsWith('asked:'));
      // An action that ended well has checked its proof itself, and may have raised it.
      const proved = action?.needs
        ? [
            `proved:${action.needs.proves}`,
            ...levelFacts(action.needs.level).filter((fact) => fact.startsWith('level:')),
          ]
        : [];
      return union(known, new Set([...proved, ...levelFacts(action?.grants ?? 'none')]));
    }
    case 'call': {
      const exits = world.exits(step);
      const ended = why === 'failed' ? exits.failed : exits.success;
      const own = without(facts, (fact) => !exits.own(fact));
      const shared = without(ended, (fact) => !exits.keep(fact));
      const taken =
        why === 'failed' ? [] : Object.entries(step.into).filter(([, theirs]) => ended.has(`filled:${theirs}`));
      return taken.reduce((known, [slot]) => fill(known, slot), union(own, shared));
    }
    default:
      return facts;
  }
}
