import type { Clock } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import type { FeedDocument } from '../diff/feed-document.xml.js';
import { FeedHistoryQuery } from './feed-history.query.js';
import { readDocument } from './read-document.js';

/** Documents kept: each may be some megabytes. */
const most = 4;

/** What feeds serve now, read once as long as it stays the same: a producer looks at the preview again and again. */
export class ServedDocuments {
  private readonly kept = new Map<string, Promise<FeedDocument>>();

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Undefined when nothing is served yet. */
  async read(feedId: string): Promise<FeedDocument | undefined> {
    const history = new FeedHistoryQuery(this.db);
    const served = await history.served(feedId, this.clock.now());
    if (!served) return undefined;
    const known = this.kept.get(served.id);
    const reading = known ?? history.pages(served).then(readDocument);
    this.kept.delete(served.id);
    this.kept.set(served.id, reading);
    reading.catch(() => this.kept.delete(served.id));
    if (this.kept.size > most) this.kept.delete(this.kept.keys().next().value!);
    return reading;
  }
}
