import type { ChapterView, EnclosureView, EpisodeQuery, ReleaseView } from '#libs/catalog';
import type { Clock } from '#libs/kernel';

/** What a listener may fetch of an episode. */
export interface PublishedEpisode {
  showId: string;
  enclosure: EnclosureView | null;
  /** Everything that listeners got, also what was replaced since; oldest first. */
  releases: ReleaseView[];
  chapters: ChapterView[];
  publishedAt: Date;
  title: string;
}

/**
 * The media of published episodes, kept for a few seconds so that a player's many range requests ask the database
 * once. A draft, a scheduled, unpublished or deleted episode is undefined (`abuse:A31`); every change of what
 * readers see empties it.
 */
export class PublishedMedia {
  private readonly kept = new Map<string, { at: number; found: Promise<PublishedEpisode | undefined> }>();

  constructor(
    private readonly episodes: Pick<EpisodeQuery, 'byId' | 'releases'>,
    private readonly clock: Clock,
    private readonly maxAgeMs = 10_000,
    private readonly most = 1_000,
  ) {}

  find(episodeId: string): Promise<PublishedEpisode | undefined> {
    const now = this.clock.now().getTime();
    const kept = this.kept.get(episodeId);
    if (kept && now - kept.at < this.maxAgeMs) return kept.found;
    const found = this.load(episodeId);
    this.kept.delete(episodeId);
    this.kept.set(episodeId, { at: now, found });
    found.catch(() => this.kept.delete(episodeId));
    if (this.kept.size > this.most) this.kept.delete(this.kept.keys().next().value!);
    return found;
  }

  clear(): void {
    this.kept.clear();
  }

  private async load(episodeId: string): Promise<PublishedEpisode | undefined> {
    const view = await this.episodes.byId(episodeId);
    if (!view?.publishedAt) return undefined;
    return {
      showId: view.showId,
      enclosure: view.enclosure,
      releases: await this.episodes.releases(episodeId),
      chapters: view.chapters,
      publishedAt: view.publishedAt,
      title: view.texts[0]?.title ?? '',
    };
  }
}
