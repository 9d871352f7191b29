import { namedPoints } from './named-points.ts';
import type { Proof } from './proof.ts';
import { randomKills } from './random-kills.ts';
import { redisRestart } from './redis-restart.ts';
import { sameMessage } from './same-message.ts';
import { sigstop } from './sigstop.ts';

/** Every proof, in the order in which they are listed. */
export const ALL_PROOFS: readonly Proof[] = [namedPoints, randomKills, sameMessage, sigstop, redisRestart];
