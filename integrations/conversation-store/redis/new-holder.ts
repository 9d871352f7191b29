import { randomUUID } from 'node:crypto';

/** Drawn from a stock of random bytes: asking the system for each costs more than all else about it. */
export const newHolder = (): string => randomUUID();
