import type { Identity } from '../../dialogs/protocol/state.ts';

/** Where another customer signs in, nothing that was said before may help them. */
export const isSamePerson = (was: Identity, is: Identity | undefined): boolean =>
  is === undefined || was.proves.customer === undefined || was.proves.customer === is.proves.customer;
