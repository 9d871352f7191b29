import { loadFlowBook } from '../../../../dialogs/flow/load-flow-book.ts';
import { LOCALES } from '../../../../dialogs/protocol/locale.ts';
import { CHANNEL_PROFILES } from '../../../../dialogs/scripts/channel-profiles.ts';
import { ACTION_CATALOGUE } from '../../../../integrations/action-catalogue.ts';
import { readFlows } from '../../../kit/read-flows.ts';

const { book } = loadFlowBook(readFlows(), { actions: ACTION_CATALOGUE, profiles: CHANNEL_PROFILES });

const refusals = Object.values(book?.flows ?? {}).flatMap(({ steps }) =>
  Object.values(steps).flatMap(({ step }) => (step.kind === 'collect' ? step.rejections.map(({ say }) => say) : [])),
);

test('there are refused values', () => {
  expect(refusals.length).toBeGreaterThan(5);
});

/** The text of a refused value is the whole turn, so it has to ask for another one. */
test.each(LOCALES)('every refused value is asked for again by its own text, in %s', (locale) => {
  const asks = (text: string) => /(?:\?|か。?)$/.test(text.trim());
  const silent = refusals.filter((key) =>
    (book?.texts[locale][key] ?? []).some(({ text, speech }) => ![...text, ...(speech ?? [])].every(asks)),
  );
  expect(silent).toEqual([]);
});
