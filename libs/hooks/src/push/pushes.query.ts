import type { DataSource, EntityManager } from 'typeorm';
import { Push } from './push.entity.js';

/** What was told of feeds, and what waits. */
export class PushesQuery {
  constructor(private readonly db: DataSource | EntityManager) {}

  /** The newest pushes of a feed, newest first. */
  async newest(feedId: string, most = 20): Promise<Push[]> {
    return this.db
      .getRepository(Push)
      .find({ where: { feedId }, order: { createdAt: 'DESC', id: 'DESC' }, take: most });
  }
}
