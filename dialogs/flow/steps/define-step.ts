import type { z } from 'zod';
import type { Json } from '../../protocol/value.ts';
import type { ActionDescriptor } from '../action-catalogue.ts';
import type { AuthoredNext, Route } from '../next.ts';
import type { SourcePath } from '../source-file.ts';
import { withoutUndefined } from '../without-undefined.ts';

/** What every step has besides its own fields. */
export interface StepBase {
  readonly id: string;
  readonly if?: string;
  readonly next?: Route;
}

/** Any step; which one its `kind` says. */
interface AnyStep extends StepBase {
  readonly kind: string;
}

/** What a step needs to be parsed: full names, and ways with their nested steps flattened. */
export interface StepReader {
  /** `order_delayed` → `order-status.order_delayed`. */
  textKey(short: string): string;
  route(authored: AuthoredNext, path: SourcePath): Route;
  action(name: string): ActionDescriptor | undefined;
}

/** How a text is used: decides which rules of length, speech and repetition it has to keep. */
type TextRole = 'say' | 'ask' | 'retry' | 'silence' | 'rejection' | 'label' | 'waiting' | 'note';

export interface TextUse {
  readonly key: string;
  readonly path: SourcePath;
  readonly role: TextRole;
  /** Values that the step gives besides the slots. */
  readonly with: Readonly<Record<string, Json>>;
}

export interface ExpressionUse {
  readonly source: string;
  readonly path: SourcePath;
  readonly wanted: 'condition' | 'list' | 'value';
  /** The slot whose offered value the expression sees, though it isn't accepted yet. */
  readonly offered?: string;
}

export interface RouteUse {
  /** `next`, `on.failed`, `on_exhausted`. */
  readonly name: string;
  readonly route: Route;
  readonly path: SourcePath;
}

interface SlotUse {
  readonly slot: string;
  readonly path: SourcePath;
}

/**
 * What the checker has to know of a step, whatever its kind: every check reads this and none asks for the verb where it can help it.
 * Paths are relative to the step.
 */
export interface StepUses {
  readonly texts: readonly TextUse[];
  readonly expressions: readonly ExpressionUse[];
  readonly routes: readonly RouteUse[];
  /** Slots filled when the step ends well. */
  readonly fills: readonly (SlotUse & { readonly by: 'customer' | 'action' | 'set' | 'call' })[];
  readonly empties: readonly SlotUse[];
  /** Slots named outside expressions: facts that travel. */
  readonly names: readonly SlotUse[];
  readonly flows: readonly { readonly flow: string; readonly path: SourcePath; readonly how: 'call' | 'link' }[];
}

const NO_USES: StepUses = {
  texts: [],
  expressions: [],
  routes: [],
  fills: [],
  empties: [],
  names: [],
  flows: [],
};

/** The expressions of a map of values: its strings. */
export function valueExpressions(map: Readonly<Record<string, Json>>, field: string): ExpressionUse[] {
  return Object.entries(map).flatMap(([name, value]) =>
    typeof value === 'string' ? [{ source: value, path: [field, name], wanted: 'value' as const }] : [],
  );
}

/** The ways of an `on` map. */
export function outcomeRoutes(on: Readonly<Record<string, Route>>): RouteUse[] {
  return Object.entries(on).map(([outcome, route]) => ({ name: `on.${outcome}`, route, path: ['on', outcome] }));
}

/** The conditions of a way. */
function routeConditions({ route, path }: RouteUse): ExpressionUse[] {
  return route.branches.map((branch, index) => ({
    source: branch.if,
    path: [...path, index, 'if'],
    wanted: 'condition' as const,
  }));
}

type ReadStep<S> = { readonly step: S } | { readonly issues: readonly z.core.$ZodIssue[] };

/** A step kind: what the parser and the checker work with. */
export interface StepKindSpec<S extends AnyStep = AnyStep> {
  readonly verb: S['kind'];
  readonly schema: z.ZodObject;
  /** Does it take a `next`? */
  readonly goesOn: boolean;
  /** What the verb is about, for the id of a step without one: `say_order_delayed`. */
  objectOf(authored: Readonly<Record<string, unknown>>): string;
  read(authored: unknown, id: string, reader: StepReader): ReadStep<S>;
  uses(step: AnyStep): StepUses;
}

/** One step kind: its schema, how it is parsed, and what the checker has to know of it. */
export function defineStep<Schema extends z.ZodObject, S extends AnyStep>(kind: {
  readonly verb: S['kind'];
  readonly schema: Schema;
  readonly goesOn?: boolean;
  objectOf?(authored: Readonly<Record<string, unknown>>): string;
  parse(authored: z.infer<Schema>, base: StepBase, reader: StepReader): S;
  uses(step: S): Partial<StepUses>;
}): StepKindSpec<S> {
  return {
    verb: kind.verb,
    schema: kind.schema,
    goesOn: kind.goesOn ?? true,
    objectOf: kind.objectOf ?? ((authored) => String(authored[kind.verb])),
    read(authored, id, reader) {
      const read = kind.schema.safeParse(authored);
      if (!read.success) return { issues: read.error.issues };
      // Every kind spreads the common fields into its schema; the generic type can't know it.
      const common = read.data as { readonly if?: string; readonly next?: AuthoredNext };
      const next = common.next === undefined ? undefined : reader.route(common.next, ['next']);
      return { step: kind.parse(read.data, { id, ...withoutUndefined({ if: common.if, next }) }, reader) };
    },
    uses(step) {
      if (step.kind !== kind.verb) return NO_USES;
      const uses = { ...NO_USES, ...kind.uses(step as S) }; // the verb says which step it is
      const next = step.next ? [{ name: 'next', route: step.next, path: ['next'] }] : [];
      const routes = [...uses.routes, ...next];
      const guard = step.if === undefined ? [] : [{ source: step.if, path: ['if'], wanted: 'condition' as const }];
      return { ...uses, routes, expressions: [...guard, ...uses.expressions, ...routes.flatMap(routeConditions)] };
    },
  };
}
