import { EpisodeQuery, readHeard, TranscriptQuery } from '#libs/catalog';
import type { Clock } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import type { Encoded } from '../page/encoded.js';
import { toTranscriptFile, toTranscriptName } from '../media/send-transcript.js';
import { type PublishedEpisode, PublishedMedia } from '../media/published-media.js';

/** The media of what subscribers hear, kept for a few seconds as everybody's is; for each show its own episodes only. */
export class SubscriberMedia {
  private readonly media: PublishedMedia;

  constructor(
    private readonly db: DataSource,
    clock: Clock,
  ) {
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

  /** What is said in an episode of this show, as the file that is named; undefined without one. */
  async transcript(showId: string, episodeId: string, file: string): Promise<Encoded | undefined> {
    const name = toTranscriptName(file);
    const episode = name && (await this.find(showId, episodeId));
    if (!name || !episode) return undefined;
    const transcript = await new TranscriptQuery(this.db).released(episodeId, name.lang, episode.isPlanned);
    return transcript && toTranscriptFile(name.extension, transcript, episode.title);
  }

  clear(): void {
    this.media.clear();
  }
}
