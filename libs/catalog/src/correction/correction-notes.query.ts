import type { DataSource, EntityManager } from 'typeorm';

/** What a page says of something that was put right: when, about whom (null: about what was said), in which words. */
export interface CorrectionNote {
  on: Date;
  personId: string | null;
  texts: { lang: string; text: string }[];
}

/** Accepted ones that the producer noted on the page, newest first, by episode. */
export async function readCorrectionNotes(
  db: DataSource | EntityManager,
  episodeIds: readonly string[],
): Promise<Map<string, CorrectionNote[]>> {
  const notes = new Map<string, CorrectionNote[]>();
  if (episodeIds.length === 0) return notes;
  const rows: { episodeId: string; kind: string; personId: string; on: Date; texts: CorrectionNote['texts'] }[] =
    await db.query(
      `select episode_id as "episodeId", kind, person_id as "personId", decided_at as "on", notes as texts
       from corrections where episode_id = any($1) and state = 'accepted' and is_noted order by decided_at desc, id`,
      [episodeIds],
    );
  for (const { episodeId, kind, personId, on, texts } of rows) {
    const note = { on, texts, personId: kind === 'affiliation' ? personId : null };
    notes.set(episodeId, [...(notes.get(episodeId) ?? []), note]);
  }
  return notes;
}
