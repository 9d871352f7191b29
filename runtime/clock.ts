import type { Instant } from '../dialogs/protocol/ids.ts';

/** Milliseconds since 1970. The one place where the shell asks what time it is; tests give their own. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();

/** Lets so many milliseconds pass. */
export type Wait = (milliseconds: number) => Promise<void>;

export const systemWait: Wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString();
