import { burst } from './burst.ts';
import { failover } from './failover.ts';
import { mongodbAway } from './mongodb-away.ts';
import { namedPoints } from './named-points.ts';
import type { Proof } from './proof.ts';
import { randomKills } from './random-kills.ts';
import { redisCluster } from './redis-cluster.ts';
import { redisFull } from './redis-full.ts';
import { redisRestart } from './redis-restart.ts';
import { rehearsal } from './rehearsal.ts';
import { sameMessage } from './same-message.ts';
import { sigstop } from './sigstop.ts';
import { slowBackEnd } from './slow-back-end.ts';
import { soak } from './soak.ts';
import { stateCount } from './state-count.ts';

/** Every proof, in the order in which they are listed. */
export const ALL_PROOFS: readonly Proof[] = [
  ...[namedPoints, randomKills, sameMessage, sigstop],
  ...[redisRestart, failover, redisFull, redisCluster, mongodbAway, slowBackEnd, burst, stateCount, rehearsal, soak],
];
