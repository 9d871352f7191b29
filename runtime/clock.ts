import type { Instant } from '../dialogs/protocol/ids.ts';

/** Milliseconds since 1970. The one place where the shell asks what time it is; tests give their own. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();

export const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString();
