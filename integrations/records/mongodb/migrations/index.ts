import type { Migration } from '../migration.ts';
import { recordsMigration } from './0001-records.ts';
import { messagesMigration } from './0002-messages.ts';

/** All of them, in their order. */
export const MIGRATIONS: readonly Migration[] = [recordsMigration, messagesMigration];
