import { type Actor, type Clock, Conflict, Invalid, isId, newId, NotFound } from '#libs/kernel';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { requireEditEpisode, requirePublishEpisode } from '../episode/episode.policy.js';
import { Clip } from './clip.entity.js';
import {
  cleanClipForm,
  clipMs,
  type ClipForm,
  findClipProblems,
  findRangeProblems,
  highlightsMax,
  isOther,
} from './clip-form.plan.js';
import { toStanding, whoIsNamed, whoMustAgree } from './clip.state.js';
import { announceHighlights } from './highlights.facts.js';
import { moveRange, type Range } from './move-range.plan.js';
import { sentencesIn, snapToSentences } from './sentences.plan.js';
import { toTitle } from './title.plan.js';
import { lockWorkspace, readWords, type Workspace } from './workspace.js';

/** A new clip: a selection of the finished sound, which grows to whole sentences unless `isExact`. */
export interface NewClip extends Range {
  isExact?: boolean;
  title?: string;
  personIds?: string[];
}

/** Parts of an episode that are to be shared by themselves, from the selection to what may be shown (`ux` 4.9). */
export class ClipsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Picked at once: who makes it by hand wants it. @throws Invalid for a length that apps refuse (`ux:P-25`). */
  async create(actor: Actor, showId: string, episodeId: string, form: NewClip): Promise<Clip> {
    requireEditEpisode(actor, showId);
    return this.db.transaction(async (manager) => {
      const space = await lockWorkspace(manager, showId, episodeId);
      const row = await toNewClip(manager, space, form);
      refuse(findRangeProblems(row, space.durationMs, clipMs));
      await refuseMany(manager, episodeId);
      const id = newId();
      await manager.insert(Clip, { ...row, id, state: 'picked' } as object);
      return this.settle(manager, space, await load(manager, showId, id));
    });
  }

  /** Other times or other people have to be agreed to again. @throws Conflict for a stale version; Invalid. */
  async update(actor: Actor, showId: string, clipId: string, form: ClipForm & { version: number }): Promise<Clip> {
    return this.change(actor, showId, clipId, async (manager, space, clip) => {
      const { version, ...wanted } = form;
      if (version !== clip.version) throw new Conflict(toForm(clip), wanted, clip.version);
      const { captions, ...fields } = cleanClipForm(wanted);
      if (fields.personIds) fields.personIds = whoIsNamed(fields.personIds, space.copy.appearances);
      const now = atNow(clip, space);
      const after = { ...now, personIds: await voicesOf(manager, space, clip, { ...now, ...fields }), ...fields };
      refuse([...findRangeProblems(after, space.durationMs, clipMs), ...findClipProblems({ ...fields, captions })]);
      refuseStrangers(space, after.personIds);
      const again = isOther({ ...now, personIds: clip.personIds }, after);
      const uses = { ...clip.uses, ...fields.uses };
      const kept = again && !captions ? { captions: {} } : captions && { captions };
      const anew = again ? { approvals: {}, askedAt: null, ...basisOf(space) } : {};
      const { startMs, endMs, personIds } = after;
      return { ...fields, uses, ...kept, ...anew, ...(again && { startMs, endMs, personIds }) };
    });
  }

  /** Wanted; where nobody has to agree it may be shown from now on. */
  pick(actor: Actor, showId: string, clipId: string): Promise<Clip> {
    return this.change(actor, showId, clipId, async (_manager, _space, { state }) =>
      state === 'proposed' ? { state: 'picked' } : {},
    );
  }

  /** Put away: off pages, feed and kits at once. `restore` takes that back. */
  drop(actor: Actor, showId: string, clipId: string): Promise<Clip> {
    return this.change(actor, showId, clipId, async () => ({ droppedAt: this.clock.now() }));
  }

  restore(actor: Actor, showId: string, clipId: string): Promise<Clip> {
    return this.change(actor, showId, clipId, async () => ({ droppedAt: null }));
  }

  /** Somebody listened to what the sound is now, and it is still what it was; it is agreed to as before. */
  confirm(actor: Actor, showId: string, clipId: string): Promise<Clip> {
    return this.change(actor, showId, clipId, async (_manager, space, clip) => {
      const now = atNow(clip, space);
      refuse(findRangeProblems(now, space.durationMs, clipMs));
      return { ...now, ...basisOf(space) };
    });
  }

  private async change(
    actor: Actor,
    showId: string,
    clipId: string,
    work: (manager: EntityManager, space: Workspace, clip: Clip) => Promise<Partial<Clip>>,
  ): Promise<Clip> {
    requireEditEpisode(actor, showId);
    return this.db.transaction(async (manager) => {
      const { episodeId } = await load(manager, showId, clipId);
      const space = await lockWorkspace(manager, showId, episodeId);
      const clip = await load(manager, showId, clipId);
      // What listeners may have seen is a producer's to change.
      if (clip.state === 'approved' && space.episode.state === 'published') requirePublishEpisode(actor, showId);
      const changes = await work(manager, space, clip);
      await manager.update(Clip, { id: clipId }, { ...changes, version: clip.version + 1 } as object);
      return this.settle(manager, space, await load(manager, showId, clipId), clip.state === 'approved');
    });
  }

  private async settle(manager: EntityManager, space: Workspace, clip: Clip, wasShown = false): Promise<Clip> {
    const needed = whoMustAgree(clip.personIds, space.copy.appearances);
    const state = toStanding(clip, needed, space.rules);
    if (state !== clip.state) await manager.update(Clip, { id: clip.id }, { state });
    if (wasShown || state === 'approved') await announceHighlights(manager, space.episode);
    return { ...clip, state };
  }
}

/** @throws NotFound for a clip of another show (`abuse:A25`). */
async function load(manager: EntityManager, showId: string, clipId: string): Promise<Clip> {
  const clip = isId(clipId) ? await manager.findOneBy(Clip, { id: clipId }) : null;
  const isOurs =
    clip && (await manager.query('select 1 from episodes where id = $1 and show_id = $2', [clip.episodeId, showId]));
  if (!clip || !isOurs?.length) throw new NotFound('This clip');
  return clip;
}

async function toNewClip(
  manager: EntityManager,
  space: Workspace,
  form: NewClip,
): Promise<Partial<Clip> & Range & { personIds: string[] }> {
  const { copy, episode } = space;
  const words = await readWords(manager, copy);
  const sentences = words?.sentences ?? [];
  const { startMs, endMs } = form.isExact ? form : snapToSentences(sentences, form);
  const heard = sentencesIn(sentences, startMs, endMs);
  const personIds = whoIsNamed(form.personIds ?? whoIsHeard(heard, copy), copy.appearances);
  refuseStrangers(space, personIds);
  const title = toTitle(form.title ?? heard.map(({ text }) => text).join(' '));
  const { texts = [] } = cleanClipForm({ texts: [{ lang: copy.language.split('-')[0]!, title }] });
  const range = { startMs: Math.round(startMs), endMs: Math.round(endMs) };
  return { ...range, episodeId: episode.id, language: copy.language, texts, personIds, ...basisOf(space) };
}

/** By the transcript; where it does not know a voice, every guest may be heard: none is passed over (`ux:K-23`). */
function whoIsHeard(heard: readonly { personId: string | null }[], { appearances }: Workspace['copy']): string[] {
  const said = heard.flatMap(({ personId }) => personId ?? []);
  const isKnown = heard.every(({ personId }) => personId !== null);
  return [...new Set(isKnown ? said : [...said, ...whoIsNamed([], appearances)])];
}

/** Those of a clip, and whoever else is heard where it grew. */
async function voicesOf(manager: EntityManager, space: Workspace, clip: Clip, range: Range): Promise<string[]> {
  const now = atNow(clip, space);
  if (range.startMs >= now.startMs && range.endMs <= now.endMs) return clip.personIds;
  const words = await readWords(manager, space.copy);
  const heard = sentencesIn(words?.sentences ?? [], range.startMs, range.endMs);
  return [...new Set([...clip.personIds, ...whoIsHeard(heard, space.copy)])];
}

function refuseStrangers({ copy }: Workspace, personIds: readonly string[]): void {
  const isStrange = personIds.some((id) => !copy.appearances.some(({ personId }) => personId === id));
  refuse(isStrange ? [{ path: 'personIds', message: 'error.field.clip.person' }] : []);
}

async function refuseMany(manager: EntityManager, episodeId: string): Promise<void> {
  const isMany = (await manager.countBy(Clip, { episodeId, droppedAt: IsNull() })) >= highlightsMax;
  refuse(isMany ? [{ path: 'startMs', message: 'error.field.tooMany', params: { n: highlightsMax } }] : []);
}

/** Its times in the sound that the working copy plays. */
function atNow(clip: Clip, { sound }: Workspace): Range {
  const { startMs, endMs } = moveRange(clip, clip.basis, sound?.time ?? null);
  return { startMs, endMs };
}

function basisOf({ sound }: Workspace): Pick<Clip, 'basis'> {
  return { basis: sound?.time ?? null };
}

function toForm({ startMs, endMs, texts, personIds, uses, captions }: Clip): ClipForm {
  return { startMs, endMs, texts, personIds, uses, captions };
}

function refuse(problems: Invalid['fields']): void {
  if (problems.length) throw new Invalid(problems);
}
