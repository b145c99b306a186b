import { EpisodeCopy, saveTranscript, type Show } from '#libs/catalog';
import { findUnindexed, makeIndexEpisode } from '#libs/search';
import { type Language, systemClock } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { aShow } from '../factories/catalog.js';
import { insertManyEpisodes } from './many-episodes.js';
import { speechOf } from './spoken-words.js';

const run = { signal: new AbortController().signal, attempt: 1, isLastTry: false };

/** A show in each language, each of its released episodes with a transcript of 45 minutes, all of it written down for the search. */
export async function insertSpokenLibrary(db: DataSource, episodesEach: number): Promise<void> {
  for (const [lang, tag] of [
    ['en', 'en-CA'],
    ['fr', 'fr-CA'],
  ] as const) {
    const show = await aShow(db, { title: `Bench ${lang}`, slug: `bench-${lang}`, language: tag });
    await insertManyEpisodes(db, show, episodesEach);
    if (lang === 'fr') await translate(db, show);
    await speak(db, show, lang);
  }
  const index = makeIndexEpisode({ dataSource: db, clock: systemClock });
  for (;;) {
    const works = await findUnindexed(db.manager);
    if (works.length === 0) break;
    for (const { payload } of works) await index(payload as Parameters<typeof index>[0], run);
  }
  await db.query('vacuum analyze');
  // What was filled in is on the disk before anything is measured.
  await db.query('checkpoint');
}

/** The many episodes are English ones. */
async function translate(db: DataSource, { id }: Show): Promise<void> {
  const copies = 'select c.id from episode_copies c join episodes e on e.id = c.episode_id where e.show_id = $1';
  await db.query(`update episode_copies set language = 'fr' where id in (${copies})`, [id]);
  await db.query(`update episode_texts set lang = 'fr' where copy_id in (${copies})`, [id]);
  await db.query(`update episode_addresses set lang = 'fr' where parent_id = $1`, [id]);
}

async function speak(db: DataSource, { id }: Show, lang: Language): Promise<void> {
  const copies = await db
    .createQueryBuilder(EpisodeCopy, 'c')
    .innerJoin('episodes', 'e', 'e.id = c.episode_id and e.show_id = :id', { id })
    .orderBy('c.number')
    .getMany();
  for (const copy of copies) {
    const segments = speechOf(lang, copy.number!);
    const at = { copyId: copy.id, lang, savedAt: systemClock.now() };
    await saveTranscript(db.manager, at, { segments, basis: null, isTimed: true });
  }
}
