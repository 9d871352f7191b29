import { createHash } from 'node:crypto';
import type { Json } from '../../../dialogs/protocol/value.ts';

export type Fields = Readonly<Record<string, Json>>;

/** An agent as Dialogflow CX exports it in JSON: what stands in each file, by its path in the package. */
export type AgentPackage = Readonly<Record<string, Fields>>;

export const START_FLOW = 'Default Start Flow';
export const NEGATIVE_INTENT = 'Default Negative Intent';
export const WEBHOOK = 'omotenashi';
/** What an export calls these is the same in every agent. */
const FIXED: Readonly<Record<string, string>> = {
  [`flow ${START_FLOW}`]: '00000000-0000-0000-0000-000000000000',
  [`intent ${NEGATIVE_INTENT}`]: '00000000-0000-0000-0000-000000000001',
};

/** The id of a thing in the package: the same at every export, so that two exports can be compared. */
export function idOf(what: string): string {
  const hash = createHash('sha256').update(what).digest('hex');
  const version5 = `5${hash.slice(13, 16)}`;
  const variant = `a${hash.slice(17, 20)}`;
  return FIXED[what] ?? [hash.slice(0, 8), hash.slice(8, 12), version5, variant, hash.slice(20, 32)].join('-');
}

/** A display name as a file or folder is called: what is not plain is percent-encoded, in lower case. */
export const fileNameOf = (displayName: string): string =>
  [...Buffer.from(displayName, 'utf8')]
    .map((byte) =>
      /[\w .-]/.test(String.fromCharCode(byte)) && byte < 128
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).padStart(2, '0')}`,
    )
    .join('');

/** Places of one thing's file: `intents/NAME/NAME.json`. */
export const placeOf = (folder: string, displayName: string): string =>
  `${folder}/${fileNameOf(displayName)}/${fileNameOf(displayName)}.json`;
