import type { Catalog } from '#libs/catalog';
import { system } from '#libs/kernel';

const week = 7 * 86_400_000;
const zone = 'America/Montreal';

/** A mini-series of two: the sample interview, and a second part that is announced for a week from now. */
export async function planSecondPart(
  { series, drafts, edits, publishing, desk }: Catalog,
  showId: string,
  now: Date,
): Promise<{ seriesId: string; part: number }> {
  const known = (await series.list(system, showId))[0];
  const made = known ?? (await createSeries(series, showId));
  const hasSecond = (await desk.list(system, showId)).some(({ working }) => working.part === 2);
  if (hasSecond) return { seriesId: made.id, part: 1 };
  const id = await drafts.create(system, showId, {});
  const basics = { number: 88, language: 'en-CA', seriesId: made.id, part: 2, recordedOn: null };
  await edits.basics(system, showId, id, { version: 1, ...basics });
  await edits.texts(system, showId, id, [...secondTexts], { version: 1 });
  await edits.people(system, showId, id, [{ name: 'Jean Tremblay', role: 'guest', organisation: '', texts: [] }], {
    version: 1,
  });
  const local = `${new Date(now.getTime() + week).toISOString().slice(0, 10)}T07:00`;
  await publishing.schedule(system, showId, id, { local, zone });
  await publishing.announce(system, showId, id, true);
  return { seriesId: made.id, part: 1 };
}

async function createSeries(series: Catalog['series'], showId: string) {
  const name = 'Rooms and microphones';
  const { id, version } = await series.create(system, showId, { name, description: '', lang: 'en', parts: 2 });
  const texts = [
    { lang: 'en', name, description: '' },
    { lang: 'fr', name: 'Des salles et des micros', description: '' },
  ];
  return series.update(system, showId, id, { version, texts, parts: 2 });
}

const secondTexts = [
  { lang: 'en', title: 'The room is an instrument too', summary: '', notes: '' },
  { lang: 'fr', title: 'La salle aussi est un instrument', summary: '', notes: '' },
] as const;
