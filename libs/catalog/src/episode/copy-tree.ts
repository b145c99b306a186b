import { type ReadAtOnce, readAtOnce, readRows, rowsOf } from '#libs/database';
import { newId } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { AppearanceText } from './appearance-text.entity.js';
import { Appearance } from './appearance.entity.js';
import { Chapter } from './chapter.entity.js';
import { type CopyKind, EpisodeCopy } from './episode-copy.entity.js';
import { Transcript } from '../transcript/transcript.entity.js';
import { releaseTranscripts } from '../transcript/transcript-rows.js';
import { EpisodeText } from './episode-text.entity.js';

/** Copies of episodes with texts, chapters and appearances in their order, and which transcripts they have; in two queries. */
export async function loadCopies(
  db: DataSource | EntityManager,
  episodeIds: readonly string[],
  kind?: CopyKind,
): Promise<EpisodeCopy[]> {
  if (episodeIds.length === 0) return [];
  const copies = await readRows(db, EpisodeCopy, {
    where: `episode_id = any($1)${kind ? ' and kind = $2' : ''}`,
    parameters: [episodeIds, ...(kind ? [kind] : [])],
  });
  if (copies.length === 0) return [];
  return joinParts(copies, await readAtOnce(db, copyParts(copies.map((copy) => copy.id))));
}

/** What `joinParts` joins to copies. */
export function copyParts(copyIds: readonly string[]) {
  const ofCopies = { where: 'copy_id = any($1::uuid[])', parameters: [copyIds] };
  const ofPeople = `appearance_id = any(array(select id from appearances where ${ofCopies.where}))`;
  return {
    texts: rowsOf(EpisodeText, { ...ofCopies, order: 'lang' }),
    chapters: rowsOf(Chapter, { ...ofCopies, order: 'position' }),
    appearances: rowsOf(Appearance, { ...ofCopies, order: 'position' }),
    said: rowsOf(AppearanceText, { ...ofCopies, where: ofPeople, order: 'lang' }),
    transcripts: rowsOf(Transcript, { ...ofCopies, where: `${ofCopies.where} and digest is not null`, order: 'lang' }),
  };
}

/** Each copy with its parts. */
export function joinParts(copies: EpisodeCopy[], rows: ReadAtOnce<ReturnType<typeof copyParts>>): EpisodeCopy[] {
  const [textsOf, chaptersOf] = [groupBy(rows.texts, 'copyId'), groupBy(rows.chapters, 'copyId')];
  const [appearancesOf, saidOf] = [groupBy(rows.appearances, 'copyId'), groupBy(rows.said, 'appearanceId')];
  const transcriptsOf = groupBy(rows.transcripts, 'copyId');
  for (const appearance of rows.appearances) appearance.texts = saidOf.get(appearance.id) ?? [];
  for (const copy of copies) {
    copy.texts = textsOf.get(copy.id) ?? [];
    copy.chapters = chaptersOf.get(copy.id) ?? [];
    copy.appearances = appearancesOf.get(copy.id) ?? [];
    copy.transcripts = transcriptsOf.get(copy.id) ?? [];
  }
  return copies;
}

/** One copy of one episode, whole. */
export async function loadCopy(
  db: DataSource | EntityManager,
  episodeId: string,
  kind: CopyKind,
): Promise<EpisodeCopy | undefined> {
  return (await loadCopies(db, [episodeId], kind))[0];
}

/** Replaces the released copy by a clone of the working one, inside the caller's transaction; gives the new copy. */
export async function releaseCopy(manager: EntityManager, working: EpisodeCopy): Promise<EpisodeCopy> {
  await manager.delete(EpisodeCopy, { episodeId: working.episodeId, kind: 'released' });
  const { texts, chapters, appearances, transcripts: _transcripts, ...rest } = working;
  const { episode: _episode, updatedAt: _updatedAt, ...fields } = rest;
  const released = manager.create(EpisodeCopy, { ...fields, id: newId(), kind: 'released' });
  await manager.insert(EpisodeCopy, released);
  await insertParts(manager, released.id, { texts, chapters, appearances });
  await releaseTranscripts(manager, working.id, released.id);
  return (await loadCopy(manager, working.episodeId, 'released'))!;
}

export interface CopyParts {
  texts: readonly (Pick<EpisodeText, 'lang' | 'title' | 'summary' | 'notes'> &
    Partial<Pick<EpisodeText, 'takeaways'>>)[];
  chapters: readonly (Pick<Chapter, 'startMs' | 'title' | 'url'> & Partial<Pick<Chapter, 'anchor'>>)[];
  appearances: readonly (Pick<Appearance, 'personId' | 'role' | 'organisation'> &
    Partial<Pick<Appearance, 'organisationUrl' | 'employer'>> & {
      texts: readonly (Pick<AppearanceText, 'lang' | 'title' | 'disclaimer'> &
        Partial<Pick<AppearanceText, 'biography'>>)[];
    })[];
}

/** Writes texts, chapters and appearances of a copy that has none of these yet, in the given order. */
export async function insertParts(manager: EntityManager, copyId: string, parts: Partial<CopyParts>): Promise<void> {
  const texts = (parts.texts ?? []).map(({ lang, title, summary, notes, takeaways = [] }) => ({
    ...{ copyId, lang, title, summary, notes, takeaways },
  }));
  const chapters = (parts.chapters ?? []).map(({ startMs, title, url, anchor }, position) => ({
    id: newId(),
    copyId,
    position,
    startMs,
    title,
    url,
    anchor: anchor ?? null,
  }));
  const people = (parts.appearances ?? []).map((appearance, position) => ({ id: newId(), position, appearance }));
  const appearances = people.map(({ id, position, appearance }) => {
    const { personId, role, organisation, organisationUrl = '', employer = 'named' } = appearance;
    return { ...{ id, copyId, position, personId, role }, organisation, organisationUrl, employer };
  });
  const appearanceTexts = people.flatMap(({ id, appearance }) =>
    appearance.texts.map(({ lang, title, disclaimer, biography = '' }) => ({
      ...{ appearanceId: id, lang, title, disclaimer, biography },
    })),
  );
  if (texts.length) await manager.insert(EpisodeText, texts);
  if (chapters.length) await manager.insert(Chapter, chapters);
  if (appearances.length) await manager.insert(Appearance, appearances);
  if (appearanceTexts.length) await manager.insert(AppearanceText, appearanceTexts);
}

/** Rows by the value of a key, each group in the order of the rows. */
export function groupBy<K extends string, T extends Record<K, string>>(rows: readonly T[], key: K): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row[key]);
    if (group) group.push(row);
    else groups.set(row[key], [row]);
  }
  return groups;
}
