import { createHash } from 'node:crypto';
import { type Work, workFor } from '#libs/queue';
import { type DataSource, In, IsNull } from 'typeorm';
import { saysWhat } from '../recording/file-words.plan.js';
import type { RenderOrder } from '../recording/render-order.js';
import { Revision } from '../recording/revision.entity.js';
import { tagJob } from './step.jobs.js';

/** A revision with what its file should say. */
export interface WantedWords {
  readonly revisionId: string;
  readonly order: RenderOrder;
}

/**
 * Orders new tags for those finished, unreleased files that say something else. The key names what is wanted, so a
 * burst of saves is one job, while a change during a running job is another one.
 */
export async function tagWork({ manager }: DataSource, wanted: readonly WantedWords[]): Promise<Work[]> {
  const ids = wanted.map(({ revisionId }) => revisionId);
  const open = await manager.findBy(Revision, { id: In(ids), state: 'done', releasedAt: IsNull() });
  return wanted
    .filter(({ revisionId, order }) => open.some((each) => each.id === revisionId && !saysWhat(order, each)))
    .map(({ revisionId, order }) => workFor(tagJob, { revisionId, version: toVersion(order) }));
}

function toVersion(order: RenderOrder): string {
  return createHash('sha256').update(JSON.stringify(order)).digest('hex').slice(0, 16);
}
