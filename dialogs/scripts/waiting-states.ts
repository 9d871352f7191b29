import type { FlowBook } from '../flow/flow-book.ts';
import type { Locale } from '../protocol/locale.ts';
import type { ConversationState } from '../protocol/state.ts';
import type { ProfileName } from './channel-profiles.ts';
import type { Script } from './script.ts';

/** A conversation that waits for its customer at a step, as a script really brought it there. */
export interface WaitingState {
  readonly flow: string;
  readonly step: string;
  readonly locale: Locale;
  readonly script: Script;
  readonly profile: ProfileName;
  readonly state: ConversationState;
}

/** The first state that scripts reached at every waiting step, by language: where the behaviour matrix begins. */
export interface WaitingStates {
  readonly add: (script: Script, profile: ProfileName, state: ConversationState) => void;
  readonly all: () => readonly WaitingState[];
  /** Steps that ask something and that no script reached, as `locale flow step`. */
  readonly missing: (locales: readonly Locale[]) => readonly string[];
}

/**
 * Is nothing of the bot's open, because people hold the talk? In the queue only the talk about waiting asks; a request under it rests.
 */
function isWithPeople({ control }: ConversationState, flow: string): boolean {
  if (control.owner === 'queue') return flow !== 'patterns/human-handoff';
  return control.owner !== 'bot';
}

export function createWaitingStates(book: FlowBook): WaitingStates {
  const found = new Map<string, WaitingState>();
  return {
    add: (script, profile, state) => {
      const top = state.stack.at(-1);
      if (!top?.waiting || isWithPeople(state, top.flow) || state.closed) return;
      const key = `${script.locale} ${top.flow} ${top.step}`;
      if (found.has(key) || state.locale !== script.locale) return;
      found.set(key, { flow: top.flow, step: top.step, locale: script.locale, script, profile, state });
    },
    all: () => [...found.values()],
    missing: (locales) =>
      Object.values(book.flows).flatMap((flow) =>
        Object.entries(flow.steps)
          .filter(([, { step }]) => step.kind === 'collect')
          .flatMap(([id]) => locales.map((locale) => `${locale} ${flow.flow} ${id}`))
          .filter((key) => !found.has(key)),
      ),
  };
}
