import { EpisodeQuery, type EpisodeView, readListing } from '#libs/catalog';
import type { Clock } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { type PublishedEpisode, PublishedMedia } from '../media/published-media.js';

/** The media of what subscribers hear, kept for a few seconds as everybody's is; for each show its own episodes only. */
export class SubscriberMedia {
  private readonly media: PublishedMedia;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {
    const episodes = new EpisodeQuery(db, clock);
    this.media = new PublishedMedia({ byId: (id) => this.listed(id), releases: (id) => episodes.releases(id) }, clock);
  }

  async find(showId: string, episodeId: string): Promise<PublishedEpisode | undefined> {
    const found = await this.media.find(episodeId);
    return found?.showId === showId ? found : undefined;
  }

  clear(): void {
    this.media.clear();
  }

  private async listed(id: string): Promise<EpisodeView | undefined> {
    const at = this.clock.now();
    const { episodes } = await readListing(this.db, { episodeIds: [id] }, { at, audience: 'subscribers' });
    return episodes[0];
  }
}
