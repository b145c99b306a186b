import {
  Appearance,
  AppearanceText,
  Chapter,
  Episode,
  EpisodeAddress,
  EpisodeCopy,
  EpisodeText,
  type Show,
} from '#libs/catalog';
import { newGuid, newId } from '#libs/kernel';
import { Recording, Rendition, Revision } from '#libs/media';
import { Person } from '#libs/people';
import type { DataSource } from 'typeorm';

const atOnce = 250;

/** Notes as varied as real ones, so that the compressed feed is as large as a real one; the same at every run. */
export function notesOf(number: number): string {
  let seed = number;
  const word = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648).toString(36).slice(0, 2 + (seed % 6));
  const line = () => `${Array.from({ length: 14 }, word).join(' ')} [${word()}](https://example.org/${word()}).`;
  return `${line()} ${line()}\n\n- ${line()}\n- ${line()}\n- ${line()}`;
}

/** Published episodes with a file, notes, chapters and a guest, straight into the rows. */
export async function insertManyEpisodes(db: DataSource, show: Pick<Show, 'id'>, count: number): Promise<void> {
  const personId = newId();
  const name = 'Jean Tremblay';
  await db.getRepository(Person).insert({ id: personId, slug: `jean-${personId}`, name, sortName: name });
  for (let from = 1; from <= count; from += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, count - from + 1) }, (_, i) => from + i);
    const rows = numbers.map((number) => toRows(show.id, personId, number));
    await db.getRepository(Recording).insert(rows.map((row) => row.recording));
    await db.getRepository(Revision).insert(rows.map((row) => row.revision));
    await db.getRepository(Rendition).insert(rows.map((row) => row.rendition));
    await db.getRepository(Episode).insert(rows.map((row) => row.episode));
    await db.getRepository(EpisodeCopy).insert(rows.map((row) => row.copy));
    await db.getRepository(EpisodeText).insert(rows.map((row) => row.text));
    await db.getRepository(EpisodeAddress).insert(rows.map((row) => row.address));
    await db.getRepository(Chapter).insert(rows.flatMap((row) => row.chapters));
    await db.getRepository(Appearance).insert(rows.map((row) => row.appearance));
    await db.getRepository(AppearanceText).insert(rows.map((row) => row.said));
  }
}

function toRows(showId: string, personId: string, number: number) {
  const [id, copyId, recordingId, revisionId, appearanceId] = [newId(), newId(), newId(), newId(), newId()];
  const publishedAt = new Date(Date.UTC(2010, 0, 1) + number * 86_400_000);
  const file = { mime: 'audio/mpeg', bytes: 40_000_000 + number, durationMs: 2_700_000, bitrate: 128_000 };
  return {
    recording: { id: recordingId, scope: showId },
    revision: { id: revisionId, recordingId, number: 1, state: 'done', step: 'verify' } as const,
    rendition: { id: newId(), revisionId, kind: 'mp3', key: `mp3/${id}.mp3`, sha256: '0'.repeat(64), ...file } as const,
    episode: { id, showId, guid: newGuid(), recordingId, state: 'published', publishedAt } as const,
    copy: { id: copyId, episodeId: id, kind: 'released', language: 'en', number, revisionId } as const,
    text: {
      ...{ copyId, lang: 'en', title: `Episode of the bench, number ${number}` },
      ...{ summary: 'What it is about, in one sentence or two.', notes: notesOf(number) },
    },
    address: { id: newId(), episodeId: id, parentId: showId, lang: 'en', slug: `${number}-episode`, isCurrent: true },
    chapters: ['Opening', 'The heart of it', 'What comes next'].map((title, position) => ({
      ...{ id: newId(), copyId, position, startMs: position * 600_000, title, url: '' },
    })),
    appearance: { id: appearanceId, copyId, personId, position: 0, role: 'guest', organisation: 'Somewhere' } as const,
    said: { appearanceId, lang: 'en', title: 'Director', disclaimer: '' },
  };
}
