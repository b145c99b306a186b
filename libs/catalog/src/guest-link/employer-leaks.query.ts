import type { Person } from '#libs/people';
import type { DataSource, EntityManager } from 'typeorm';
import type { Appearance } from '../episode/appearance.entity.js';
import type { EpisodeCopy } from '../episode/episode-copy.entity.js';
import { type EmployerLeak, findEmployerLeaks, placesOf, type WrittenPlace } from './employer-leaks.plan.js';

/**
 * Where the employer of one appearance still stands although it is not to be named: in its own words, the living
 * record's, what the episode says and what is said in it, its quotes and its clips.
 */
export async function readLeaks(
  db: DataSource | EntityManager,
  copy: EpisodeCopy,
  appearance: Appearance,
  person: Person,
): Promise<EmployerLeak[]> {
  if (appearance.employer === 'named') return [];
  const own = appearance.texts.flatMap(({ lang, title, disclaimer, biography }): WrittenPlace[] => [
    { field: 'title', lang, text: title },
    { field: 'disclaimer', lang, text: disclaimer },
    { field: 'biography', lang, text: biography },
  ]);
  const living: WrittenPlace[] = [
    ...person.texts.map(({ lang, biography }) => ({ field: 'biography' as const, lang, text: biography })),
    ...person.links.map(({ label, url }) => ({ field: 'link' as const, lang: '', text: `${label} ${url}` })),
    { field: 'contact', lang: '', text: person.contact },
  ];
  return findEmployerLeaks(appearance, [...own, ...living, ...placesOf(copy), ...(await readSaid(db, copy))]);
}

/** The words of transcripts, and of quotes and clips that are shown or on their way to it. */
function readSaid(db: DataSource | EntityManager, { id, episodeId }: EpisodeCopy): Promise<WrittenPlace[]> {
  const isOnItsWay = `episode_id = $2 and state not in ('proposed', 'refused') and dropped_at is null`;
  return db.query<WrittenPlace[]>(
    `select 'transcript' as field, lang, (select string_agg(concat(s ->> 'speaker', ' ', s ->> 'text'), ' ' order by n)
         from jsonb_array_elements(segments) with ordinality as all_said (s, n)) as text
       from transcripts where copy_id = $1 and digest is not null and jsonb_typeof(segments) = 'array'
     union all
     select 'quote', t ->> 'lang', t ->> 'text' from quotes, jsonb_array_elements(texts) t
       where ${isOnItsWay} and t ->> 'answer' <> 'refused'
     union all
     select 'clip', t ->> 'lang', t ->> 'title' from clips, jsonb_array_elements(texts) t where ${isOnItsWay}
     union all
     select 'clip', c.key, (select string_agg(cue ->> 'text', ' ' order by n)
         from jsonb_array_elements(c.value) with ordinality as cues (cue, n))
       from clips, jsonb_each(captions) c where ${isOnItsWay}`,
    [id, episodeId],
  );
}
