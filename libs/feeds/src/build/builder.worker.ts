import { Addresses, catalogEntities } from '#libs/catalog';
import { openDataSource } from '#libs/database';
import { systemClock } from '#libs/kernel';
import { mediaEntities } from '#libs/media';
import { peopleEntities } from '#libs/people';
import { parentPort, workerData } from 'node:worker_threads';
import { feedsEntities } from '../index.js';
import type { ThreadAnswer, ThreadGiven, ThreadOrder } from './build-thread.js';
import { runBuild } from './run-build.js';

/** The thread behind `BuildThread`: as many builds at once as there are hands for the queue, until it is told to end. */
const { databaseUrl, origin, hubs, podping } = workerData as ThreadGiven;
const entities = [...peopleEntities, ...mediaEntities, ...catalogEntities, ...feedsEntities];
const opening = openDataSource(databaseUrl, entities, [], 8);
// Without a database this thread is of no use: its orders go back to the queue, and the next one opens another.
opening.catch(() => process.exit(1));

parentPort!.on('message', (message: ThreadOrder | 'end') => {
  void (message === 'end' ? end() : build(message));
});

async function build({ id, order }: ThreadOrder): Promise<void> {
  let answer: ThreadAnswer = { id };
  try {
    const given = { addresses: new Addresses(origin), clock: systemClock, hubs, podping };
    await runBuild({ dataSource: await opening, ...given }, order);
  } catch (error) {
    answer = { id, problem: String(error) };
  }
  parentPort!.postMessage(answer);
}

async function end(): Promise<void> {
  parentPort!.close();
  await (await opening).destroy();
}
