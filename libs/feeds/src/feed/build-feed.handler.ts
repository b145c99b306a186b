import type { Handler, PayloadOf } from '#libs/queue';
import { setTimeout as sleep } from 'node:timers/promises';
import { BuildThread } from '../build/build-thread.js';
import { type BuildDeps, runBuild } from '../build/run-build.js';
import type { buildFeed } from './build-feed.job.js';

export interface BuildFeedDeps extends BuildDeps {
  /** With it, feeds are built in a thread of their own, which opens a connection of its own. */
  databaseUrl?: string;
  /** Between the beginnings of two builds of one feed; a test may have none. */
  gapMs?: number;
}

/**
 * Builds feeds. The first change of a feed is built at once, what follows within a second with the one build that is due
 * then, however many orders there are. The main thread, which renews the locks of all running jobs, has no part in it.
 */
export function makeBuildFeed(deps: BuildFeedDeps): Handler<PayloadOf<typeof buildFeed>> {
  const { gapMs = 1_000 } = deps;
  const thread = deps.databaseUrl ? new BuildThread({ ...deps, databaseUrl: deps.databaseUrl }) : undefined;
  const waiting = new Set<string>();
  return async (order, { signal }) => {
    const { feedId } = order;
    // The one that waits already builds all that is wanted by then.
    if (waiting.has(feedId)) return;
    waiting.add(feedId);
    try {
      const waitMs = await readWait(deps, feedId, gapMs);
      if (waitMs > 0) await sleep(waitMs, undefined, { signal });
    } finally {
      waiting.delete(feedId);
    }
    if (thread?.isThere) await thread.run(order);
    else await runBuild(deps, order);
  };
}

async function readWait({ dataSource, clock }: BuildDeps, feedId: string, gapMs: number): Promise<number> {
  const [feed]: { builtAt: Date | null }[] = await dataSource.query(
    `select built_at as "builtAt" from feeds where id = $1 and built_version < wanted_version`,
    [feedId],
  );
  if (!feed?.builtAt) return 0;
  return Math.min(gapMs, feed.builtAt.getTime() + gapMs - clock.now().getTime());
}
