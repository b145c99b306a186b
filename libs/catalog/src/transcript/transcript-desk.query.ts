import { type Actor, NotFound } from '#libs/kernel';
import { pickEnclosure, Rendition } from '#libs/media';
import type { DataSource } from 'typeorm';
import { loadEpisode, loadWorking } from '../episode/episode-rows.js';
import { requireSeeEpisode } from '../episode/episode.policy.js';
import type { PlatformChecks } from '../platform/platform.plan.js';
import { appearingIn } from './appearing.js';
import { readTranscriptRefusals, type TranscriptRefusal } from './refusals.query.js';
import { type SpeakerView, toSpeakers } from './speakers.plan.js';
import { checkTranscript } from './transcript-checks.plan.js';
import { loadTranscript } from './transcript-rows.js';
import { readTranscript } from './transcript.query.js';
import type { TranscriptView } from './transcript.view.js';

/** A text of the working copy as the people who make it see it. */
export interface TranscriptDesk extends TranscriptView {
  speakers: SpeakerView[];
  checks: PlatformChecks;
  /** How many segments are of parts that are cut out of the sound; they come back with them. */
  cutOut: number;
  /** How many segments the last save replaced; 0: there was none. */
  former: number;
}

export interface TranscriptList {
  version: number;
  items: TranscriptDesk[];
  /** Because of whom readers do not see them. */
  refusals: TranscriptRefusal[];
}

/** Reading for the studio and the API: needs a role in the show, sees drafts. */
export class TranscriptDeskQuery {
  constructor(private readonly db: DataSource) {}

  /** All of an episode, with the version of the group that a change is based on. */
  async list(actor: Actor, showId: string, episodeId: string): Promise<TranscriptList> {
    requireSeeEpisode(actor, showId);
    await loadEpisode(this.db, showId, episodeId);
    const { transcripts, versions } = await loadWorking(this.db, episodeId);
    const items: TranscriptDesk[] = [];
    for (const { lang } of transcripts) items.push(await this.get(actor, showId, episodeId, lang));
    return { version: versions.transcripts, items, refusals: await readTranscriptRefusals(this.db, episodeId) };
  }

  /** @throws NotFound when there is no such text. */
  async get(actor: Actor, showId: string, episodeId: string, lang: string): Promise<TranscriptDesk> {
    requireSeeEpisode(actor, showId);
    await loadEpisode(this.db, showId, episodeId);
    const copy = await loadWorking(this.db, episodeId);
    const [row, view] = [await loadTranscript(this.db, copy.id, lang), await readTranscript(this.db, copy, lang)];
    if (!row?.segments || !view) throw new NotFound('This transcript');
    const { language, revisionId } = copy;
    const files = revisionId ? await this.db.getRepository(Rendition).findBy({ revisionId }) : [];
    return {
      ...view,
      speakers: toSpeakers(row.segments, row.speakers, await appearingIn(this.db, copy)),
      checks: checkTranscript(view, { language, durationMs: pickEnclosure(files)?.durationMs ?? null }),
      cutOut: row.segments.length - view.segments.length,
      former: row.former?.segments.length ?? 0,
    };
  }
}
