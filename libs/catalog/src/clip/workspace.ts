import { NotFound } from '#libs/kernel';
import { pickEnclosure, Rendition } from '#libs/media';
import type { DataSource, EntityManager } from 'typeorm';
import type { EpisodeCopy } from '../episode/episode-copy.entity.js';
import { loadEpisode, loadWorking, lockEpisode } from '../episode/episode-rows.js';
import type { Episode } from '../episode/episode.entity.js';
import { type ReviewRules, usualReview } from '../review/review-rules.js';
import { Show } from '../show/show.entity.js';
import { readSounds, type RevisionSound } from '../sound/revision-sound.js';
import { readTranscript } from '../transcript/transcript.query.js';
import { toWords, type TranscriptWords } from './transcript-words.js';

/** An episode as its clips and quotes are made: the working copy and the sound that it plays. */
export interface Workspace {
  episode: Episode;
  copy: EpisodeCopy;
  rules: ReviewRules;
  /** Null: there is no finished sound yet. */
  sound: RevisionSound | null;
  durationMs: number | null;
}

/** Locked, so that changes of one episode come one after the other. @throws NotFound. */
export async function lockWorkspace(manager: EntityManager, showId: string, episodeId: string): Promise<Workspace> {
  return toWorkspace(manager, await lockEpisode(manager, showId, episodeId));
}

export async function readWorkspace(
  db: DataSource | EntityManager,
  showId: string,
  episodeId: string,
): Promise<Workspace> {
  return toWorkspace(db, await loadEpisode(db, showId, episodeId));
}

/** What is said in the spoken language, when it has times; undefined otherwise. */
export async function readWords(
  db: DataSource | EntityManager,
  copy: EpisodeCopy,
): Promise<TranscriptWords | undefined> {
  const base = (tag: string) => tag.split('-')[0]!.toLowerCase();
  const spoken = copy.transcripts.find(({ lang, isTimed }) => isTimed && base(lang) === base(copy.language));
  const view = spoken && (await readTranscript(db, copy, spoken.lang));
  return view && toWords(view);
}

/** The rules by which a show has its clips and quotes approved. */
export async function readReviewRules(db: DataSource | EntityManager, showId: string): Promise<ReviewRules> {
  const show = await db.getRepository(Show).findOneBy({ id: showId });
  if (!show) throw new NotFound('This show');
  return { ...usualReview, ...show.review };
}

async function toWorkspace(db: DataSource | EntityManager, episode: Episode): Promise<Workspace> {
  const copy = await loadWorking(db, episode.id);
  const { revisionId } = copy;
  const sound = revisionId ? ((await readSounds(db, [revisionId])).get(revisionId) ?? null) : null;
  const files = revisionId ? await db.getRepository(Rendition).findBy({ revisionId }) : [];
  const durationMs = pickEnclosure(files)?.durationMs ?? null;
  return { episode, copy, sound, durationMs, rules: await readReviewRules(db, episode.showId) };
}
