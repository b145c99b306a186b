import type { ChapterView, EnclosureView, EpisodeFile, Heard, ReleaseView } from '#libs/catalog';
import type { Clock } from '#libs/kernel';

/** What a listener may fetch of an episode. */
export interface PublishedEpisode {
  showId: string;
  enclosure: EnclosureView | null;
  /** Everything that listeners got, also what was replaced since; oldest first. */
  releases: ReleaseView[];
  chapters: ChapterView[];
  /** Slides, documents, pictures. */
  files: EpisodeFile[];
  publishedAt: Date;
  title: string;
  /** Its release is due and not written yet: what listeners get is the working copy. */
  isPlanned: boolean;
}

/** How the media of one audience are read. */
export interface MediaReader {
  heard(id: string, at: Date): Promise<Heard>;
  releases(id: string): Promise<ReleaseView[]>;
}

interface Kept {
  until: number;
  found: Promise<PublishedEpisode | 'expired' | undefined>;
}

/**
 * The media of episodes that may be heard, kept for a few seconds so that a player's many range requests ask the
 * database once. A draft, an episode planned for later, an unpublished or deleted one is undefined (`abuse:A31`); every
 * change of what readers see empties it, and nothing is kept beyond the moment at which it changes by itself.
 */
export class PublishedMedia {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly reader: MediaReader,
    private readonly clock: Clock,
    private readonly maxAgeMs = 10_000,
    private readonly most = 1_000,
  ) {}

  async find(episodeId: string): Promise<PublishedEpisode | undefined> {
    const found = await this.look(episodeId);
    return found === 'expired' ? undefined : found;
  }

  /** Whether it was heard until its time was over: 410, where anything else is 404. */
  async isExpired(episodeId: string): Promise<boolean> {
    return (await this.look(episodeId)) === 'expired';
  }

  clear(): void {
    this.kept.clear();
  }

  private look(episodeId: string): Kept['found'] {
    const at = this.clock.now();
    const now = at.getTime();
    const known = this.kept.get(episodeId);
    if (known && now < known.until) return known.found;
    const kept: Kept = { until: now + this.maxAgeMs, found: Promise.resolve(undefined) };
    kept.found = this.load(episodeId, at, kept);
    this.kept.delete(episodeId);
    this.kept.set(episodeId, kept);
    kept.found.catch(() => this.kept.delete(episodeId));
    if (this.kept.size > this.most) this.kept.delete(this.kept.keys().next().value!);
    return kept.found;
  }

  private async load(episodeId: string, at: Date, kept: Kept): Promise<PublishedEpisode | 'expired' | undefined> {
    const { episode, isExpired, isPlanned, changesAt } = await this.reader.heard(episodeId, at);
    if (changesAt) kept.until = Math.min(kept.until, changesAt.getTime());
    if (isExpired) return 'expired';
    if (!episode?.publishedAt) {
      // A plan for the next second may be made in this one.
      kept.until = Math.min(kept.until, at.getTime() + 1_000);
      return undefined;
    }
    const { showId, enclosure, chapters, files, publishedAt, texts } = episode;
    const releases = await this.reader.releases(episodeId);
    return { showId, enclosure, chapters, files, publishedAt, releases, isPlanned, title: texts[0]?.title ?? '' };
  }
}
