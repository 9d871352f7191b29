import { slotDefinition } from '../../../dialogs/engine/visible-slots.ts';
import type { FlowBook } from '../../../dialogs/flow/flow-book.ts';
import type { CollectStep } from '../../../dialogs/flow/steps/collect.ts';
import type { FlowId } from '../../../dialogs/protocol/ids.ts';
import { type Fields, idOf, WEBHOOK } from './agent-package.ts';
import { entityTypeOf } from './entity-types.ts';
import { messagesOf } from './messages-of.ts';

/** Dialogflow counts misses up to here; then there is `default`. */
const COUNTED = 6;

/**
 * A question as a page: a form with the slot, asked in our words, and asked again in the words of each try. When it is filled the
 * webhook has the turn.
 * @param goOn routes to where the talk may go from here
 */
export function pageOf(book: FlowBook, flow: FlowId, step: CollectStep, goOn: readonly Fields[]): Fields {
  const tag = `${flow}/${step.id}`;
  const handlers = [
    ...reprompts(book, tag, 'sys.no-match', step.attempts ?? []),
    ...reprompts(book, tag, 'sys.no-input', step.on_no_input ?? []),
  ];
  return {
    ...{ name: idOf(`page ${tag}`), displayName: step.id },
    form: {
      parameters: [
        {
          ...{
            displayName: step.slot,
            required: !step.skippable,
            entityType: entityTypeOf(book, flow, step.slot) ?? '@sys.any',
          },
          ...(slotDefinition(book, { flow }, step.slot)?.sensitivity === 'public' ? {} : { redact: true }),
          fillBehavior: {
            initialPromptFulfillment: { messages: messagesOf(book, step.ask) },
            repromptEventHandlers: handlers,
          },
        },
      ],
    },
    transitionRoutes: [
      {
        name: idOf(`route ${tag} filled`),
        condition: '$page.params.status = "FINAL"',
        triggerFulfillment: { webhook: WEBHOOK, tag },
      },
      ...goOn,
    ],
  };
}

/** Text by text for the first misses; what comes after them is the server's. */
function reprompts(book: FlowBook, tag: string, event: string, texts: readonly string[]): readonly Fields[] {
  const counted = texts.slice(0, COUNTED).map((key, place) => ({
    ...{ event: `${event}-${place + 1}`, name: idOf(`event ${tag} ${event} ${place}`) },
    triggerFulfillment: { messages: messagesOf(book, key) },
  }));
  return [
    ...counted,
    {
      ...{ event: `${event}-default`, name: idOf(`event ${tag} ${event} default`) },
      triggerFulfillment: { webhook: WEBHOOK, tag: `${tag}/${event}` },
    },
  ];
}
