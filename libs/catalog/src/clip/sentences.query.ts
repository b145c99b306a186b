import type { Actor } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { requireSeeEpisode } from '../episode/episode.policy.js';
import { loadEpisode, loadWorking } from '../episode/episode-rows.js';
import type { Sentence } from './sentences.plan.js';
import { readWords } from './workspace.js';

/** What is said in a working copy, sentence by sentence, for selecting; none without a timed transcript. */
export class SentencesQuery {
  constructor(private readonly db: DataSource) {}

  async ofEpisode(actor: Actor, showId: string, episodeId: string): Promise<readonly Sentence[]> {
    requireSeeEpisode(actor, showId);
    await loadEpisode(this.db, showId, episodeId);
    return (await readWords(this.db, await loadWorking(this.db, episodeId)))?.sentences ?? [];
  }
}
