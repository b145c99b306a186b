import { type Actor, Invalid } from '#libs/kernel';
import type { ImagesService } from '#libs/media';
import type { DataSource, EntityManager } from 'typeorm';
import { assignAddresses } from '../address/episode-addresses.js';
import { cleanEpisodeFeed, findEpisodeFeedProblems } from '../feed/episode-feed.plan.js';
import type { EpisodeFeed } from '../feed/feed-settings.js';
import { readSoundMs } from '../feed/sound-ms.query.js';
import { savePeople } from './appearance-save.js';
import { Appearance } from './appearance.entity.js';
import { Chapter } from './chapter.entity.js';
import { cleanChapters, findChapterProblems, parseChapters } from './chapters.plan.js';
import { insertParts, loadCopy } from './copy-tree.js';
import { keepAbsent } from './keep-absent.plan.js';
import { EpisodeCopy } from './episode-copy.entity.js';
import { requireEvent } from './episode-drafts.service.js';
import { requireSeries } from '../series/series.service.js';
import * as form from './episode-form.plan.js';
import { EpisodeText } from './episode-text.entity.js';
import { Episode } from './episode.entity.js';
import { announceEpisode } from './episode.facts.js';
import { requireEditEpisode } from './episode.policy.js';
import type { ChapterView } from './episode.view.js';
import { confirmedFields, type GroupSave, saveGroup } from './group-save.js';
import { loadEpisode, loadWorking } from './episode-rows.js';
import * as value from './group-values.js';

/** Based on which version, and which proposals to leave open (`keep`; default none). */
export interface SaveOptions {
  version: number;
  keep?: readonly string[];
}

/** Saves of the working copy, a group of fields at a time. All throw Conflict for a stale version, Invalid for wrong fields. */
export class EpisodeEditsService {
  constructor(
    private readonly db: DataSource,
    private readonly images: Pick<ImagesService, 'acceptCover'>,
  ) {}

  /** Changes the given facts. Another event takes effect at once: it is where the episode lives, not what it says. */
  async basics(
    actor: Actor,
    showId: string,
    episodeId: string,
    { version, ...changes }: form.BasicsForm & SaveOptions,
  ): Promise<void> {
    const { eventId, ...fields } = form.cleanBasics(changes);
    const soundMs = fields.startHereMs == null ? null : await this.soundMs(actor, showId, episodeId);
    await this.save({ actor, showId, episodeId, group: 'basics', version }, form.findBasicsProblems(fields, soundMs), {
      yours: changes,
      confirms: Object.keys(fields),
      read: value.toBasics,
      write: (manager) => async (copy, episode) => {
        await requireSeries(manager, showId, fields.seriesId);
        if (Object.keys(fields).length) await manager.update(EpisodeCopy, { id: copy.id }, fields);
        if (eventId !== undefined && eventId !== episode.eventId) await moveEpisode(manager, episode, eventId);
      },
    });
  }

  /** Replaces title, summary and notes in all languages, and the takeaways where a text brings some. */
  async texts(
    actor: Actor,
    showId: string,
    episodeId: string,
    texts: readonly form.TextForm[],
    options: SaveOptions,
  ): Promise<void> {
    const clean = form.cleanTexts(texts);
    const hasTimes = clean.some(({ takeaways }) => takeaways?.some(({ atMs }) => atMs !== null));
    const soundMs = hasTimes ? await this.soundMs(actor, showId, episodeId) : null;
    await this.save({ actor, showId, episodeId, group: 'texts', ...options }, form.findTextProblems(clean, soundMs), {
      yours: clean,
      read: value.toTexts,
      write: (manager) => async (copy) => {
        await manager.delete(EpisodeText, { copyId: copy.id });
        const kept = new Map(copy.texts.map(({ lang, takeaways }) => [lang, takeaways]));
        const whole = clean.map((text) => ({ ...text, takeaways: text.takeaways ?? kept.get(text.lang) ?? [] }));
        await insertParts(manager, copy.id, { texts: whole });
      },
    });
  }

  /** Replaces the chapters, given as a list or as pasted lines (`00:00 Title`); problems name their line. */
  async chapters(
    actor: Actor,
    showId: string,
    episodeId: string,
    chapters: readonly ChapterView[] | string,
    options: SaveOptions,
  ): Promise<void> {
    const parsed = typeof chapters === 'string' ? parseChapters(chapters) : toParsed(chapters);
    await this.save({ actor, showId, episodeId, group: 'chapters', ...options }, parsed.problems, {
      yours: parsed.chapters,
      read: value.toChapters,
      write: (manager) => async (copy) => {
        await manager.delete(Chapter, { copyId: copy.id });
        // One that stays where it is still knows where it was set in the recording.
        const anchors = new Map(copy.chapters.map(({ startMs, anchor }) => [startMs, anchor]));
        const chapters = parsed.chapters.map((each) => ({ ...each, anchor: anchors.get(each.startMs) ?? null }));
        await insertParts(manager, copy.id, { chapters });
      },
    });
  }

  /** Replaces who appears, with title, employer and disclaimer as of the recording. An unknown name becomes a person. */
  async people(
    actor: Actor,
    showId: string,
    episodeId: string,
    people: readonly form.AppearanceForm[],
    options: SaveOptions,
  ): Promise<void> {
    const clean = form.cleanPeople(people);
    await this.save({ actor, showId, episodeId, group: 'people', ...options }, form.findPeopleProblems(clean), {
      yours: clean,
      read: value.toPeople,
      write: (manager) => async (copy) => {
        await manager.delete(Appearance, { copyId: copy.id });
        await savePeople(manager, copy.id, keepAbsent(clean, copy.appearances));
        await manager.update(EpisodeCopy, { id: copy.id }, { proposedNames: [] });
      },
    });
  }

  /** What its feed item says beyond its fields; what is left out stays. Soundbites must lie within the working copy's sound. */
  async feed(
    actor: Actor,
    showId: string,
    episodeId: string,
    changes: Partial<EpisodeFeed>,
    options: SaveOptions,
  ): Promise<void> {
    const working = await this.working(actor, showId, episodeId);
    const clean = cleanEpisodeFeed({ ...value.toFeed(working), ...changes });
    const problems = findEpisodeFeedProblems(clean, await readSoundMs(this.db, working));
    await this.save({ actor, showId, episodeId, group: 'feed', ...options }, problems, {
      yours: clean,
      read: value.toFeed,
      write: (manager) => async (copy) => {
        await manager.update(EpisodeCopy, { id: copy.id }, { feed: clean });
      },
    });
  }

  /** `proposed`: the picture was found in the file, and nobody has confirmed it yet. */
  async replaceCover(
    actor: Actor,
    showId: string,
    episodeId: string,
    bytes: Uint8Array,
    { version, proposed = false }: { version: number; proposed?: boolean },
  ): Promise<void> {
    requireEditEpisode(actor, showId);
    await loadEpisode(this.db, showId, episodeId);
    const { key, width } = await this.images.acceptCover(bytes);
    await this.saveCover(actor, showId, episodeId, { coverKey: key, coverWidth: width }, { version, proposed });
  }

  /** Back to the show's cover. */
  async removeCover(actor: Actor, showId: string, episodeId: string, version: number): Promise<void> {
    const none = { coverKey: null, coverWidth: null };
    await this.saveCover(actor, showId, episodeId, none, { version, proposed: false });
  }

  private async working(actor: Actor, showId: string, episodeId: string): Promise<EpisodeCopy> {
    requireEditEpisode(actor, showId);
    const episode = await loadEpisode(this.db, showId, episodeId);
    return loadWorking(this.db.manager, episode.id);
  }

  /** Of the sound that the working copy plays. */
  private async soundMs(actor: Actor, showId: string, episodeId: string): Promise<number | null> {
    return readSoundMs(this.db, await this.working(actor, showId, episodeId));
  }

  private async saveCover(
    actor: Actor,
    showId: string,
    episodeId: string,
    cover: Pick<EpisodeCopy, 'coverKey' | 'coverWidth'>,
    { version, proposed }: { version: number; proposed: boolean },
  ): Promise<void> {
    await this.save({ actor, showId, episodeId, group: 'cover', version }, [], {
      yours: cover,
      confirms: proposed ? [] : ['cover'],
      read: value.toCover,
      write: (manager) => async (copy) => {
        const proposals = proposed ? { ...copy.proposals, cover: 'tags' as const } : copy.proposals;
        await manager.update(EpisodeCopy, { id: copy.id }, { ...cover, proposals });
      },
    });
  }

  private async save(
    at: Pick<GroupSave, 'actor' | 'showId' | 'episodeId' | 'group' | 'version'> & Pick<SaveOptions, 'keep'>,
    problems: Invalid['fields'],
    change: Pick<GroupSave, 'yours' | 'read'> & {
      confirms?: readonly string[];
      write: (manager: EntityManager) => GroupSave['write'];
    },
  ): Promise<void> {
    requireEditEpisode(at.actor, at.showId);
    await loadEpisode(this.db, at.showId, at.episodeId);
    if (problems.length) throw new Invalid(problems);
    const confirms = change.confirms ?? confirmedFields(at.group, at.keep);
    await this.db.transaction((manager) =>
      saveGroup(manager, { ...at, ...change, confirms, write: change.write(manager) }),
    );
  }
}

/** Moves an episode to an event or out of one; a released one gets its new address, and the old one redirects. */
async function moveEpisode(manager: EntityManager, episode: Episode, eventId: string | null): Promise<void> {
  await requireEvent(manager, episode.showId, eventId);
  await manager.update(Episode, { id: episode.id }, { eventId });
  const released = await loadCopy(manager, episode.id, 'released');
  const moved = { ...episode, eventId };
  if (!released && episode.isAnnounced) await assignAddresses(manager, moved, await loadWorking(manager, episode.id));
  if (!released) return;
  await assignAddresses(manager, moved, released);
  if (episode.state !== 'published') return;
  await announceEpisode(manager, 'updated', moved);
  if (episode.eventId) await announceEpisode(manager, 'updated', episode);
}

function toParsed(chapters: readonly ChapterView[]): ReturnType<typeof parseChapters> {
  const clean = cleanChapters(chapters);
  return { chapters: clean, problems: findChapterProblems(clean) };
}
