import { cleanLine, type Clock } from '#libs/kernel';
import { addRecording, adoptFile, Revision, type StoredForeignFile } from '#libs/media';
import type { EntityManager } from 'typeorm';
import type { Addresses } from '../address/addresses.js';
import type { Blocker } from '../episode/blockers.plan.js';
import { insertParts } from '../episode/copy-tree.js';
import { EpisodeCopy } from '../episode/episode-copy.entity.js';
import { announcePlan } from '../episode/episode.facts.js';
import { freezeGuids, readBlockers, release } from '../episode/episode-releases.js';
import { loadWorking } from '../episode/episode-rows.js';
import { Episode } from '../episode/episode.entity.js';
import { publish } from '../episode/episode.state.js';
import { toLocal } from '../episode/schedule.plan.js';
import type { ChapterView } from '../episode/episode.view.js';
import { announceShow } from '../show/show.facts.js';
import { Show } from '../show/show.entity.js';
import { loadShow, lockShow } from '../show/shows.service.js';
import { readSounds } from '../sound/revision-sound.js';
import { saveTranscript } from '../transcript/transcript-rows.js';
import type { Segment } from '../transcript/transcript.plan.js';
import type { ImportedEpisode, ImportedShow } from './imported-episode.js';
import { findOrCreatePeople } from './imported-people.js';
import { insertDrafts } from './insert-drafts.js';

/** An episode of a show by its guid. */
export interface KnownEpisode {
  readonly id: string;
  readonly hasSound: boolean;
}

/**
 * Episodes that were published elsewhere and keep who they are: guid, date, number, words, file. Everything runs in the
 * caller's transaction and may be run again; the caller has asked the policy.
 */
export class ImportedEpisodesService {
  constructor(
    private readonly clock: Clock,
    private readonly addresses: Addresses,
  ) {}

  /** The episodes of a show that have one of these guids, also those in the bin: they are not made again. */
  async findByGuid(
    manager: EntityManager,
    showId: string,
    guids: readonly string[],
  ): Promise<Map<string, KnownEpisode>> {
    const rows: { id: string; guid: string; hasSound: boolean }[] = await manager.query(
      `select e.id, e.guid, (c.revision_id is not null or e.deleted_at is not null) as "hasSound"
       from episodes e left join episode_copies c on c.episode_id = e.id and c.kind = 'working'
       where e.show_id = $1 and e.guid = any($2)`,
      [showId, [...guids]],
    );
    return new Map(rows.map(({ guid, id, hasSound }) => [guid, { id, hasSound }]));
  }

  /** Gives a show what it brings along; what its producers have set already stays. */
  async completeShow(manager: EntityManager, showId: string, given: ImportedShow): Promise<void> {
    const show = await lockShow(manager, showId);
    const hosts = await findOrCreatePeople(manager, given.people);
    const hostIds = show.hostIds.length ? show.hostIds : [...new Set(hosts.values())];
    await manager.update(
      Show,
      { id: showId },
      {
        copyright: show.copyright || cleanLine(given.copyright),
        locked: given.locked,
        podcastGuid: show.podcastGuid ?? (given.podcastGuid || null),
        hostIds,
        feed: { ...given.feed, ...show.feed } as object,
        feedVersion: show.feedVersion + 1,
      },
    );
    await announceShow(manager, 'changed', showId);
  }

  /** Drafts with all that the feed says of episodes; their sound is still to come. Gives the ids in order. */
  async createDrafts(manager: EntityManager, showId: string, given: readonly ImportedEpisode[]): Promise<string[]> {
    return insertDrafts(manager, await loadShow(manager, showId), given);
  }

  /** What else came with an episode: a cover, chapters where it has none, what is said in it. */
  async complete(
    manager: EntityManager,
    episodeId: string,
    given: {
      cover?: { key: string; width: number };
      chapters?: ChapterView[];
      transcripts?: { lang: string; segments: Segment[]; isTimed: boolean }[];
    },
  ): Promise<void> {
    const copy = await loadWorking(manager, episodeId);
    const { cover, chapters, transcripts = [] } = given;
    if (cover && !copy.coverKey)
      await manager.update(EpisodeCopy, { id: copy.id }, { coverKey: cover.key, coverWidth: cover.width });
    if (chapters && copy.chapters.length === 0) await insertParts(manager, copy.id, { chapters });
    const sound = copy.revisionId ? (await readSounds(manager, [copy.revisionId])).get(copy.revisionId) : undefined;
    for (const { lang, segments, isTimed } of transcripts) {
      const content = { segments, isTimed, basis: isTimed ? (sound?.time ?? null) : null };
      await saveTranscript(manager, { copyId: copy.id, lang, savedAt: this.clock.now() }, content);
    }
  }

  /** Gives a draft without sound its file. Tells whether it is finished: else one of ours is made of it first. */
  async giveFile(manager: EntityManager, episodeId: string, stored: StoredForeignFile): Promise<boolean> {
    const episode = await manager.findOneOrFail(Episode, {
      where: { id: episodeId },
      lock: { mode: 'pessimistic_write' },
    });
    const copy = await loadWorking(manager, episodeId);
    if (copy.revisionId) return true;
    // It is being made of the file that came before.
    if (episode.recordingId && (await manager.existsBy(Revision, { recordingId: episode.recordingId }))) return false;
    const now = this.clock.now();
    const recordingId = episode.recordingId ?? (await addRecording(manager, episode.showId, now)).id;
    const { revisionId, isFinished } = await adoptFile(manager, recordingId, stored, now);
    await manager.update(Episode, { id: episodeId }, { recordingId });
    if (isFinished) await manager.update(EpisodeCopy, { id: copy.id }, { revisionId });
    return isFinished;
  }

  /**
   * Publishes a draft with the date it had elsewhere. While its sound is still made it is planned for that date, and goes
   * out by itself when it is ready; so is one whose date is still to come (`abuse:A31`). Gives what keeps it back; nothing
   * then has changed.
   */
  async publish(manager: EntityManager, episodeId: string, publishedAt: Date): Promise<Blocker[]> {
    const episode = await manager.findOneOrFail(Episode, {
      where: { id: episodeId },
      lock: { mode: 'pessimistic_write' },
    });
    if (episode.state !== 'draft' || episode.deletedAt) return [];
    const blockers = (await readBlockers(manager, episode)).filter(({ code }) => code !== 'NUMBER_MISSING');
    const isWaiting = blockers.length > 0 && blockers.every(({ code }) => code === 'AUDIO_NOT_READY');
    if (blockers.length > 0 && !isWaiting) return blockers;
    const now = this.clock.now();
    const isToCome = publishedAt > now;
    if (isWaiting || isToCome) {
      const { timeZone: zone } = await loadShow(manager, episode.showId);
      const local = isToCome
        ? { scheduledLocal: toLocal(publishedAt, zone), scheduledZone: zone }
        : { scheduledLocal: null, scheduledZone: null };
      await manager.update(Episode, { id: episodeId }, { state: 'scheduled', scheduledAt: publishedAt, ...local });
      if (isToCome) await freezeGuids(manager, this.addresses, episode);
      await announcePlan(manager, episode);
      return [];
    }
    await release(manager, this.addresses, episode, publish(episode, publishedAt), 'published', now);
    return [];
  }
}
