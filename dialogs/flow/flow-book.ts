import type { FlowId, TextKey } from '../protocol/ids.ts';
import type { Locale } from '../protocol/locale.ts';
import type { Json } from '../protocol/value.ts';
import type { ActionCatalogue } from './action-catalogue.ts';
import type { Flow } from './flow.ts';
import type { SlotDefinition } from './slot-definition.ts';
import type { Example, TextVariant } from './text.ts';

/** The names that an expression may read. Empty slots are absent. */
export interface ExpressionContext {
  readonly slots: Readonly<Record<string, Json>>;
  readonly customer: Readonly<Record<string, Json>>;
  readonly identity: Json;
  readonly channel: Json;
  readonly locale: string;
  /** ISO instant. */
  readonly now: string;
  readonly conversation: {
    readonly turns: number;
    readonly misses: number;
    readonly repeat_contact: boolean;
  };
}

/** An error is a value: the condition counts as false and the step carries a warning. */
export type Evaluated = { readonly value: Json } | { readonly error: string };

/** All flows, texts and slots under one immutable revision, checked and frozen. */
export interface FlowBook {
  /** Hash of everything in it. */
  readonly revision: string;
  readonly flows: Readonly<Record<FlowId, Flow>>;
  /** Shared slots, from `slots.yaml`. */
  readonly slots: Readonly<Record<string, SlotDefinition>>;
  readonly texts: Readonly<Record<Locale, Readonly<Record<TextKey, readonly TextVariant[]>>>>;
  readonly examples: Readonly<Record<Locale, Readonly<Record<FlowId, readonly Example[]>>>>;
  readonly actions: ActionCatalogue;
  /** Evaluates an expression of a flow; it was parsed and type-checked when the book was made. Never throws. */
  evaluate(flow: FlowId, source: string, context: ExpressionContext): Evaluated;
}
