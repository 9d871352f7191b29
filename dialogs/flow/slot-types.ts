import type { FlowId } from '../protocol/ids.ts';
import type { ActionCatalogue } from './action-catalogue.ts';
import { type CelType, celTypeOfSchema, celTypeOfSlot, DYN, sameType } from './expression/cel-type.ts';
import type { ParsedDialogs } from './parse-dialogs.ts';
import type { SlotDefinition } from './slot-definition.ts';

/** An action that fills a slot, and what comes out of it. */
interface SlotFiller {
  readonly flow: FlowId;
  readonly step: string;
  readonly action: string;
  readonly type: CelType;
}

/** The types that expressions see, per flow. */
export interface SlotTypes {
  /** Every slot that a flow may name: the shared ones and its own. */
  of(flow: FlowId): Readonly<Record<string, CelType>>;
  /** The slots that a flow may name, as declared. */
  definitions(flow: FlowId): Readonly<Record<string, SlotDefinition>>;
  /** The actions that fill a slot. */
  fillers(flow: FlowId, slot: string): readonly SlotFiller[];
}

/** `order-status order` for a flow's own slot, ` order` for a shared one. */
type SlotKey = string;

/** Finds what each record and list slot holds, by the actions that fill it: in this flow, and in the flows it takes slots back from. */
export function findSlotTypes(dialogs: ParsedDialogs, actions: ActionCatalogue): SlotTypes {
  const outputs = new Map<string, CelType>();
  const outputOf = (name: string): CelType | undefined => {
    const schema = Object.hasOwn(actions, name) ? actions[name]?.output : undefined;
    if (!schema) return undefined;
    const known = outputs.get(name) ?? celTypeOfSchema(schema);
    outputs.set(name, known);
    return known;
  };
  const keyOf = (flow: FlowId, slot: string): SlotKey => {
    const own = dialogs.flows.get(flow)?.flow.slots;
    return own && Object.hasOwn(own, slot) ? `${flow} ${slot}` : ` ${slot}`;
  };
  const fillers = new Map<SlotKey, SlotFiller[]>();
  const copies: { readonly to: SlotKey; readonly from: SlotKey }[] = [];
  for (const [id, { flow }] of dialogs.flows) {
    for (const { step } of Object.values(flow.steps)) {
      if (step.kind === 'action' && step.into !== undefined) {
        const key = keyOf(id, step.into);
        const filler = { flow: id, step: step.id, action: step.action, type: outputOf(step.action) ?? DYN };
        fillers.set(key, [...(fillers.get(key) ?? []), filler]);
      }
      if (step.kind === 'call')
        for (const [own, theirs] of Object.entries(step.into))
          copies.push({ to: keyOf(id, own), from: keyOf(step.flow, theirs) });
      if (step.kind === 'call' || step.kind === 'link') {
        for (const [theirs, value] of Object.entries(step.with)) {
          const own = typeof value === 'string' ? /^slots\.([a-z0-9_]+)$/.exec(value.trim())?.[1] : undefined;
          if (own) copies.push({ to: keyOf(step.flow, theirs), from: keyOf(id, own) });
        }
      }
    }
  }
  // A value may pass through several flows; three rounds follow it further than anyone nests calls.
  for (let round = 0; round < 3; round++) {
    for (const { to, from } of copies) if (!fillers.has(to)) fillers.set(to, fillers.get(from) ?? []);
    for (const [key, found] of fillers) if (found.length === 0) fillers.delete(key);
  }
  const typesOf = (flow: FlowId) => {
    const definitions = definitionsOf(dialogs, flow);
    return Object.fromEntries(
      Object.entries(definitions).map(([name, slot]) => [
        name,
        celTypeOfSlot(slot, agreed(fillers.get(keyOf(flow, name)) ?? [])),
      ]),
    );
  };
  const cache = new Map<FlowId, Readonly<Record<string, CelType>>>();
  const declared = new Map<FlowId, Readonly<Record<string, SlotDefinition>>>();
  return {
    of(flow) {
      const types = cache.get(flow) ?? typesOf(flow);
      cache.set(flow, types);
      return types;
    },
    definitions(flow) {
      const found = declared.get(flow) ?? definitionsOf(dialogs, flow);
      declared.set(flow, found);
      return found;
    },
    fillers: (flow, slot) => fillers.get(keyOf(flow, slot)) ?? [],
  };
}

function definitionsOf(dialogs: ParsedDialogs, flow: FlowId): Readonly<Record<string, SlotDefinition>> {
  return { ...dialogs.slots, ...dialogs.flows.get(flow)?.flow.slots };
}

function agreed(fillers: readonly SlotFiller[]): CelType | undefined {
  const [first, ...rest] = fillers;
  if (!first) return undefined;
  return rest.every((filler) => sameType(filler.type, first.type)) ? first.type : undefined;
}
