import type { Connection } from 'mongoose';

/**
 * One change of the database, in a file of its own below `migrations`. It may run again after it broke off, and while another process
 * still runs it. It only adds: the version before must be able to go on with what it leaves behind.
 */
export interface Migration {
  /** 1, 2, 3 …; never used twice. */
  readonly version: number;
  readonly name: string;
  readonly up: (connection: Connection) => Promise<void>;
}
