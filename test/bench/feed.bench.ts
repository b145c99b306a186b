import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchBuilds } from './feed-build.bench.js';
import { benchPolls } from './feed-polls.bench.js';
import { benchRatios } from './feed-ratio.bench.js';
import { benchReleases } from './feed-release.bench.js';
import { openFilledInstance } from './filled-instance.js';
import { cpus } from './recorded-answers.js';
import type { Row } from './table.js';

/**
 * Feeds of a production instance, logging and fetch statistics on: how fast the cached ones are sent, how a thousand
 * polled shows fare, what a build costs, and how soon a release is served. Servers are pinned to one processor, clients
 * to the other.
 */
export async function benchFeed(): Promise<Row[]> {
  const instance = await openFilledInstance({ pin: cpus.server });
  const folder = await mkdtemp(join(tmpdir(), 'estrade-bench-'));
  try {
    return [
      ...(await benchRatios(instance, folder)),
      ...(await benchPolls(instance, folder)),
      ...(await benchReleases(instance)),
      ...(await benchBuilds(instance)),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
    await instance.close();
  }
}
