import type { Settings } from './config.ts';

const DAY = 86_400_000;

/** How long a silent conversation is kept, in milliseconds. */
export const idleMs = (settings: Pick<Settings, 'IDLE_DAYS'>): number => settings.IDLE_DAYS * DAY;

/** How long dialogs are kept that nobody uses, in milliseconds: a conversation that began with them may be silent for so long, twice. */
export const unusedMs = (settings: Pick<Settings, 'IDLE_DAYS'>): number => 2 * idleMs(settings);
