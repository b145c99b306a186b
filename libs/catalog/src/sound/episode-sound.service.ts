import type { SoundOrder } from '#libs/ffmpeg';
import { type Actor, type Clock, Conflict, EstradeError, Invalid } from '#libs/kernel';
import { hasWords, Revision } from '#libs/media';
import type { DataSource, EntityManager } from 'typeorm';
import { isDeepStrictEqual } from 'node:util';
import { loadCopies } from '../episode/copy-tree.js';
import { EpisodeCopy } from '../episode/episode-copy.entity.js';
import { loadEpisode, loadWorking, lockEpisode } from '../episode/episode-rows.js';
import { Episode } from '../episode/episode.entity.js';
import { requireEditEpisode, requireSeeEpisode } from '../episode/episode.policy.js';
import { edit } from '../episode/episode.state.js';
import { readRenderOrder } from '../episode/render-order.js';
import { loadShow } from '../show/shows.service.js';
import { type ChapterMove, toChapterMoves } from './chapter-moves.plan.js';
import { readSounds } from './revision-sound.js';
import { refuseMissingPieces } from './show-sound.service.js';
import { cleanRanges, type EpisodeSoundForm, findRangeProblems } from './sound-form.plan.js';
import { type SoundNote, toSoundNotes } from './sound-note.plan.js';
import { readOriginals } from './sound-order.js';
import {
  type EpisodeSoundSettings,
  readSettings,
  type SoundDefaults,
  toEffective,
  toSoundOrder,
} from './sound-settings.plan.js';

/** 409: there is nothing to hear yet. */
export class RecordingMissing extends EstradeError {
  constructor() {
    super('RECORDING_MISSING', 409, 'This episode has no recording yet; upload one first.');
  }
}

/** An episode's sound as far as the catalogue knows it; media knows the recording itself. */
export interface EpisodeSoundDesk extends Omit<EpisodeSoundSettings, 'originalKey'> {
  version: number;
  recordingId: string | null;
  effective: SoundDefaults;
  /** The revisions that the two copies play. */
  workingId: string | null;
  releasedId: string | null;
  moves: ChapterMove[];
  /** Whether the working copy's file is frozen, and whether it says something else than the episode does by now. */
  tags: { isFrozen: boolean; isDifferent: boolean };
  note: { isShown: boolean; items: SoundNote[] };
}

/** What an episode wants of its sound, beside or instead of its show. */
export class EpisodeSoundService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async get(actor: Actor, showId: string, episodeId: string): Promise<EpisodeSoundDesk> {
    requireSeeEpisode(actor, showId);
    const { manager } = this.db;
    const show = await loadShow(manager, showId);
    const episode = await loadEpisode(manager, showId, episodeId);
    const { own, only, leave, cuts } = await readOwn(manager, episode);
    const copies = await loadCopies(manager, [episode.id]);
    const working = copies.find(({ kind }) => kind === 'working')!;
    const released = copies.find(({ kind }) => kind === 'released');
    const sound = working.revisionId ? (await readSounds(manager, [working.revisionId])).get(working.revisionId) : null;
    const { version, recordingId } = { version: episode.soundVersion, recordingId: episode.recordingId };
    return {
      ...{ version, recordingId, own, only, leave, cuts, effective: toEffective(show.sound, own) },
      ...{ workingId: working.revisionId, releasedId: released?.revisionId ?? null },
      moves: sound ? toChapterMoves(working.chapters, working.lostChapters, sound.time) : [],
      tags: await this.readTags(manager, episode, working.revisionId),
      note: {
        isShown: working.soundNoteShown,
        items: sound ? toSoundNotes(sound.findings, sound.time.timeline) : [],
      },
    };
  }

  /** The recording alone, for what is asked of media. @throws NotFound, RecordingMissing */
  async recordingOf(actor: Actor, showId: string, episodeId: string): Promise<string> {
    requireSeeEpisode(actor, showId);
    return requireRecording(await loadEpisode(this.db.manager, showId, episodeId));
  }

  /**
   * Replaces the settings; nothing is rendered, and listeners notice nothing. Whether they read the note goes into the
   * working copy. @throws Conflict with both values; Invalid for ranges outside the recording, or that leave nothing.
   */
  async save(
    actor: Actor,
    showId: string,
    episodeId: string,
    { version, noteShown, ...form }: EpisodeSoundForm & { version: number },
  ): Promise<void> {
    requireEditEpisode(actor, showId);
    await this.db.transaction(async (manager) => {
      const episode = await lockEpisode(manager, showId, episodeId);
      const { originalKey, ...present } = await readOwn(manager, episode);
      if (episode.soundVersion !== version) throw new Conflict(present, form, episode.soundVersion);
      const durationMs = await readDuration(manager, episode.recordingId);
      const sound = { ...(await clean(manager, showId, form, durationMs)), originalKey };
      if (!isDeepStrictEqual(sound, { ...present, originalKey })) {
        await manager.update(Episode, { id: episodeId }, { sound, soundVersion: version + 1 });
      }
      if (noteShown !== undefined) await showNote(manager, episode, noteShown);
    });
  }

  /** The order that saved settings with these changes make, for a preview. @throws RecordingMissing, Invalid */
  async preview(
    actor: Actor,
    showId: string,
    episodeId: string,
    changes: Partial<EpisodeSoundForm>,
  ): Promise<{ recordingId: string; sound: SoundOrder }> {
    requireEditEpisode(actor, showId);
    const { manager } = this.db;
    const show = await loadShow(manager, showId);
    const episode = await loadEpisode(manager, showId, episodeId);
    const recordingId = requireRecording(episode);
    const { originalKey, ...saved } = await readOwn(manager, episode);
    const { noteShown: _, ...asked } = { ...saved, ...changes };
    const form = await clean(manager, showId, asked, await readDuration(manager, recordingId));
    return { recordingId, sound: toSoundOrder(toEffective(show.sound, form.own), { ...form, originalKey }) };
  }

  private async readTags(
    manager: EntityManager,
    { recordingId, ...episode }: Episode,
    revisionId: string | null,
  ): Promise<EpisodeSoundDesk['tags']> {
    const select = { id: true, order: true, refusedOrder: true, releasedAt: true } as const;
    const revision = revisionId ? await manager.findOne(Revision, { where: { id: revisionId }, select }) : null;
    if (!revision || !recordingId) return { isFrozen: false, isDifferent: false };
    const order = await readRenderOrder(manager, { ...episode, recordingId }, this.clock.now());
    return { isFrozen: revision.releasedAt !== null, isDifferent: !hasWords(order, revision) };
  }
}

function requireRecording({ recordingId }: Episode): string {
  if (!recordingId) throw new RecordingMissing();
  return recordingId;
}

async function readOwn(manager: EntityManager, { sound, recordingId }: Episode): Promise<EpisodeSoundSettings> {
  const original = recordingId ? (await readOriginals(manager, [recordingId])).get(recordingId) : null;
  return readSettings(sound, original ?? null);
}

/** Of the recording that the next rendering is made from; null until it has been decoded. */
async function readDuration(manager: EntityManager, recordingId: string | null): Promise<number | null> {
  if (!recordingId) return null;
  const [row]: { durationMs: number | null }[] = await manager.query(
    `select (report->'before'->>'durationMs')::float8 as "durationMs" from revisions
     where recording_id = $1 and (state in ('waiting', 'running', 'done') or analysis_key is not null)
     order by number desc limit 1`,
    [recordingId],
  );
  return row?.durationMs ?? null;
}

async function clean(
  manager: EntityManager,
  showId: string,
  form: Omit<EpisodeSoundForm, 'noteShown'>,
  durationMs: number | null,
): Promise<Omit<EpisodeSoundForm, 'noteShown'>> {
  const problems = findRangeProblems(form, durationMs);
  if (problems.length) throw new Invalid(problems);
  await refuseMissingPieces(manager, showId, form.own, 'own.');
  return {
    own: Object.fromEntries(Object.entries(form.own).filter(([, value]) => value !== undefined)),
    only: form.only && cleanRanges([form.only], durationMs)[0]!,
    leave: cleanRanges(form.leave, durationMs),
    cuts: cleanRanges(form.cuts, durationMs),
  };
}

async function showNote(manager: EntityManager, episode: Episode, isShown: boolean): Promise<void> {
  const { id, soundNoteShown } = await loadWorking(manager, episode.id);
  if (soundNoteShown === isShown) return;
  await manager.update(EpisodeCopy, { id }, { soundNoteShown: isShown });
  const { hasUnreleasedChanges } = edit(episode);
  await manager.update(Episode, { id: episode.id }, { hasUnreleasedChanges });
}
