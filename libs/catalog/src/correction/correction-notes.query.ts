import { type Rows, rowsBy } from '#libs/database';

/** What a page says of something that was put right: when, about whom (null: about what was said), in which words. */
export interface CorrectionNote {
  on: Date;
  personId: string | null;
  texts: { lang: string; text: string }[];
}

interface Row {
  episodeId: string;
  kind: string;
  personId: string;
  on: Date;
  texts: CorrectionNote['texts'];
}

/** Accepted ones of these episodes that the producer noted on the page, newest first. */
export function correctionRows(episodeIds: readonly string[]): Rows<Row> {
  return rowsBy<Row>(
    `select episode_id as "episodeId", kind, person_id as "personId", decided_at as "on", notes as texts
     from corrections where episode_id = any($1::uuid[]) and state = 'accepted' and is_noted order by decided_at desc, id`,
    [episodeIds],
    ['on'],
  );
}

/** By episode. */
export function toCorrectionNotes(rows: readonly Row[]): Map<string, CorrectionNote[]> {
  const notes = new Map<string, CorrectionNote[]>();
  for (const { episodeId, kind, personId, on, texts } of rows) {
    const note = { on, texts, personId: kind === 'affiliation' ? personId : null };
    notes.set(episodeId, [...(notes.get(episodeId) ?? []), note]);
  }
  return notes;
}
