import type { Actor, Clock } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { planAddresses } from '../address/episode-addresses.js';
import { loadEpisode, loadWorking } from './episode-rows.js';
import { toEpisodeViews } from './episode-views.js';
import { requireSeeEpisode } from './episode.policy.js';
import type { EpisodeView } from './episode.view.js';

/** An episode as listeners would see it if its working copy were released, and as they see it now. */
export interface EpisodePreview {
  /** With the date and the address segments that it will have. */
  working: EpisodeView;
  released: EpisodeView | null;
}

/** Looks ahead of a release; writes nothing. */
export class EpisodePreviewQuery {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async get(actor: Actor, showId: string, episodeId: string): Promise<EpisodePreview> {
    requireSeeEpisode(actor, showId);
    const episode = await loadEpisode(this.db, showId, episodeId);
    const slugs = await planAddresses(this.db, [{ episode, copy: await loadWorking(this.db, episodeId) }]);
    const [view] = await toEpisodeViews(this.db, [episode], 'working');
    const publishedAt = episode.publishedAt ?? episode.scheduledAt ?? this.clock.now();
    const texts = view!.texts.map((text) => ({ ...text, slug: slugs.get(`${episodeId} ${text.lang}`) ?? text.slug }));
    const isPublished = episode.state === 'published';
    const [released] = isPublished ? await toEpisodeViews(this.db, [episode], 'released') : [];
    return { working: { ...view!, texts, state: 'published', publishedAt }, released: released ?? null };
  }
}
