import { EpisodeQuery, readHeard } from '#libs/catalog';
import type { Clock } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { type PublishedEpisode, PublishedMedia } from '../media/published-media.js';

/** The media of what subscribers hear, kept for a few seconds as everybody's is; for each show its own episodes only. */
export class SubscriberMedia {
  private readonly media: PublishedMedia;

  constructor(db: DataSource, clock: Clock) {
    const episodes = new EpisodeQuery(db, clock);
    const heard = (id: string, at: Date) => readHeard(db, id, { at, audience: 'subscribers' });
    this.media = new PublishedMedia({ heard, releases: (id) => episodes.releases(id) }, clock);
  }

  async find(showId: string, episodeId: string): Promise<PublishedEpisode | undefined> {
    const found = await this.media.find(episodeId);
    return found?.showId === showId ? found : undefined;
  }

  isExpired(episodeId: string): Promise<boolean> {
    return this.media.isExpired(episodeId);
  }

  clear(): void {
    this.media.clear();
  }
}
