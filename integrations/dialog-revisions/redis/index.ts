export { createRedisDialogRevisions } from './create-redis-dialog-revisions.ts';
