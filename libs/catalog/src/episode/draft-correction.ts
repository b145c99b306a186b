import { toLanguage } from '#libs/kernel';
import type { Revision } from '#libs/media';
import { type EntityManager } from 'typeorm';
import { shiftChapters } from '../sound/chapter-shift.plan.js';
import { readSounds } from '../sound/revision-sound.js';
import { loadShow } from '../show/shows.service.js';
import { Appearance } from './appearance.entity.js';
import { Chapter } from './chapter.entity.js';
import { insertParts } from './copy-tree.js';
import { planCorrection } from './correction.plan.js';
import type { FileTags } from './draft.plan.js';
import { EpisodeCopy } from './episode-copy.entity.js';
import { proposeDraft } from './episode-drafts.service.js';
import { EpisodeText } from './episode-text.entity.js';
import type { Episode } from './episode.entity.js';
import type { ChapterView } from './episode.view.js';

/** The part of the probe that holds words: `Probe` of ffmpeg, plus the cover found in the file. */
interface ProbedWords {
  tags?: Omit<FileTags, 'chapters'>;
  chapters?: readonly { startMs: number; title: string }[];
  coverKey?: string | null;
}

/** Corrects the open proposals of a draft from what the probe read; versions stay, since nobody has saved. */
export async function correctDraft(
  manager: EntityManager,
  episode: Episode,
  copy: EpisodeCopy,
  revision: Revision,
): Promise<void> {
  if (!revision.probe) return;
  const probe = revision.probe as ProbedWords;
  const show = await loadShow(manager, episode.showId);
  const tags = { ...probe.tags, chapters: probe.chapters };
  const plan = await proposeDraft(manager, show, { fileName: revision.originalName, tags, eventId: episode.eventId });
  const lang = toLanguage(show.language);
  const text = copy.texts.find((t) => t.lang === lang);
  const { proposals, title, summary, chapters, guestIds, names, ...basics } = planCorrection(
    {
      title: text?.title ?? '',
      summary: text?.summary ?? '',
      number: copy.number,
      recordedOn: copy.recordedOn,
      chapters: copy.chapters,
      peopleCount: copy.appearances.length + copy.proposedNames.length,
      proposals: copy.proposals,
      versions: copy.versions,
    },
    plan,
  );
  const cover = takesCover(copy, probe) ? { coverKey: probe.coverKey } : {};
  if (cover.coverKey) proposals['cover'] = 'tags';
  await manager.update(
    EpisodeCopy,
    { id: copy.id },
    { ...basics, ...cover, proposals, ...(names && { proposedNames: names }) },
  );
  const words = { ...(title !== undefined && { title }), ...(summary !== undefined && { summary }) };
  if (Object.keys(words).length) await manager.update(EpisodeText, { copyId: copy.id, lang }, words);
  if (chapters) await replaceChapters(manager, copy.id, await inTimeOf(manager, revision.id, chapters));
  if (guestIds) await replaceGuests(manager, copy.id, guestIds);
}

/** The file's own chapters are in the time of the recording; the finished sound may begin with an intro, or be cut. */
async function inTimeOf(manager: EntityManager, revisionId: string, chapters: readonly ChapterView[]) {
  const { time } = (await readSounds(manager, [revisionId])).get(revisionId)!;
  const timed = chapters.map(({ startMs, title, url }) => ({ startMs, title, url, anchor: null }));
  return shiftChapters(timed, [], null, time).chapters;
}

function takesCover(copy: EpisodeCopy, { coverKey }: ProbedWords): boolean {
  return Boolean(coverKey) && copy.coverKey === null && copy.versions.cover === 1;
}

async function replaceChapters(
  manager: EntityManager,
  copyId: string,
  chapters: Parameters<typeof insertParts>[2]['chapters'],
) {
  await manager.delete(Chapter, { copyId });
  await insertParts(manager, copyId, { chapters });
}

async function replaceGuests(manager: EntityManager, copyId: string, personIds: readonly string[]) {
  await manager.delete(Appearance, { copyId });
  const appearances = personIds.map((personId) => ({ personId, role: 'guest' as const, organisation: '', texts: [] }));
  await insertParts(manager, copyId, { appearances });
}
