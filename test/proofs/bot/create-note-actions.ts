import { z } from 'zod';
import type { Action } from '../../../integrations/action.ts';
import { defineAction } from '../../../integrations/action.ts';
import { createHttpSocket } from '../../../integrations/company-api/create-http-socket.ts';
import { operation } from '../../../integrations/operation.ts';

const NOTES_API = {
  read: operation({
    summary: 'How many notes there are.',
    method: 'GET',
    path: '/notes',
    input: z.object({}),
    output: z.object({ count: z.int() }),
    outcomes: [],
  }),
  record: operation({
    summary: 'Writes a note down. A key that is known is answered as the first time.',
    method: 'POST',
    path: '/notes',
    input: z.object({ note: z.string() }),
    output: z.object({}),
    outcomes: [],
    repeatable: true,
  }),
} as const;

/** An action that asks, and one with an effect outside: what the company's back end writes down is what the history checker counts. */
export function createNoteActions(companyUrl: string): readonly Action[] {
  const notes = createHttpSocket(NOTES_API, {
    ...{ name: 'the notebook', base_url: companyUrl, timeout_ms: 2500, retries: 5, back_off_ms: 50 },
    breaker: { failures: 50, open_ms: 500 },
  });
  const read = defineAction({
    name: 'count_notes',
    description: 'How many notes the company system holds.',
    input: z.object({}),
    output: z.int(),
    timeoutMs: 8000,
    run: async (_, { signal }) => {
      const answer = await notes.read({}, { signal });
      return answer.outcome === 'ok'
        ? { outcome: 'ok', output: answer.value.count }
        : { outcome: 'failed', faultId: 'none' };
    },
  });
  const write = defineAction({
    name: 'record_note',
    description: 'Writes a note down in the company system.',
    input: z.object({ note: z.string() }),
    access: 'write',
    timeoutMs: 8000,
    run: async ({ note }, { idempotencyKey, signal }) => {
      const { outcome } = await notes.record({ note }, { idempotencyKey, signal });
      return { outcome };
    },
  });
  return [read, write];
}
