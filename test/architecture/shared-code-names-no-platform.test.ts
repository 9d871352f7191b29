import { PROFILE_NAMES } from '../../dialogs/scripts/channel-profiles.ts';
import { sourceFiles } from '../kit/source-files.ts';

/** Profiles and the words for a text variant are data by channel name; nothing else in shared code may name one. */
const DATA = ['dialogs/scripts/channel-profiles.ts', 'dialogs/flow/checks/'];

const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');

const shared = sourceFiles('dialogs', 'runtime', 'operations').filter(
  (file) => !DATA.some((place) => file.path.startsWith(place)),
);

describe('shared code', () => {
  it.each(PROFILE_NAMES)('never tests for the channel %s', (name) => {
    const tests = new RegExp(`(===?|!==?|case|includes\\()\\s*['"\`]${name}['"\`]`);
    expect(shared.filter((file) => tests.test(withoutComments(file.text))).map((file) => file.path)).toEqual([]);
  });

  it('never compares the name of a channel', () => {
    const compares = /channel(\.name)?\s*[!=]==?\s*['"`]/;
    expect(shared.filter((file) => compares.test(withoutComments(file.text))).map((file) => file.path)).toEqual([]);
  });
});
