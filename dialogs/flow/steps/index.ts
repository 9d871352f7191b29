import type { ActionStep } from './action.ts';
import type { CallStep } from './call.ts';
import type { CollectStep } from './collect.ts';
import type { EndStep } from './end.ts';
import type { HandoffStep } from './handoff.ts';
import type { LinkStep } from './link.ts';
import type { SayStep } from './say.ts';
import type { SetStep } from './set.ts';

export type Step = SayStep | CollectStep | ActionStep | SetStep | CallStep | LinkStep | HandoffStep | EndStep;
export type StepKind = Step['kind'];
