import { buildHandoffContext } from '../../dialogs/handoff/build-handoff-context.ts';
import { handoffContext } from '../../dialogs/protocol/handoff-context.ts';
import type { ArchiveRecord } from '../../integrations/records/records.ts';
import type { FinishedTurn } from '../../runtime/turn/finished-turn.ts';
import { redact } from '../privacy/redact.ts';
import { signContext } from './sign-context.ts';

export interface HandoffSettings {
  readonly signingKey: Uint8Array;
  readonly tenant: string;
  readonly bot: string;
  readonly nlu: string;
  /** Which version of the privacy notice customers were told. */
  readonly noticeVersion: string;
  /** Told when a context does not fit its own schema, naming the members: a fault of ours that must not keep the customer waiting. */
  readonly onInvalid: (conversationId: string, members: string) => void;
}

/**
 * The records of a turn that gave the conversation to people: the signed context as it is at the turn's end. What becomes known later is
 * a further record with the same context id; taking the request back is written down too.
 */
export function writeHandoff(turn: FinishedTurn, settings: HandoffSettings): readonly ArchiveRecord[] {
  const effects = turn.effects.filter((effect) => effect.kind === 'handoff');
  return [...new Set(effects.map(({ id }) => id))].flatMap((id): readonly ArchiveRecord[] => {
    const mine = effects.filter((effect) => effect.id === id);
    const latest = mine.at(-1);
    if (!latest) return [];
    const about = aboutOf(turn);
    // The engine's id is unique in its conversation; this one is everywhere.
    const handoff = `${turn.conversationId}.${id}`;
    if (latest.phase === 'withdraw') {
      return [
        {
          ...about,
          id: `${handoff}.withdrawn`,
          kind: 'audit',
          outcome: 'handoff_withdrawn',
          body: { what: 'handoff_withdrawn', handoff },
        },
      ];
    }
    const opening = mine.find((effect) => effect.phase === 'open');
    const context = signContext(
      buildHandoffContext({
        book: turn.book,
        state: turn.state,
        effect: { ...(opening ?? latest), id: handoff },
        now: turn.at,
        conversation: {
          id: turn.conversationId,
          channel: turn.event.from.channel,
          ...(turn.event.from.threadId === undefined ? {} : { threadId: turn.event.from.threadId }),
        },
        tenant: settings.tenant,
        bot: settings.bot,
        nlu: settings.nlu,
        noticeVersion: settings.noticeVersion,
        redact: countingRedact,
      }),
      settings.signingKey,
    );
    const checked = handoffContext.safeParse(context);
    if (!checked.success) {
      settings.onInvalid(turn.conversationId, checked.error.issues.map(({ path }) => path.join('.')).join(', '));
    }
    // A context is JSON by its schema.
    return [
      {
        ...about,
        id: opening ? handoff : `${handoff}.${turn.id}`,
        kind: 'handoff',
        outcome: latest.reason,
        body: JSON.parse(JSON.stringify(context)),
      },
    ];
  });
}

function aboutOf(turn: FinishedTurn): Pick<ArchiveRecord, 'at' | 'conversationId' | 'customerId'> {
  const customerId = turn.state.identity.proves.customer;
  return { at: turn.at, conversationId: turn.conversationId, ...(customerId === undefined ? {} : { customerId }) };
}

/** Masks a text and counts what it masked, by kind. */
function countingRedact(text: string) {
  const masked = redact(text);
  const redactions: Record<string, number> = {};
  for (const [, kind] of masked.matchAll(/\[([A-Z_]+)\]/g)) {
    const name = (kind ?? '').toLowerCase();
    redactions[name] = (redactions[name] ?? 0) + 1;
  }
  return { text: masked, redactions };
}
