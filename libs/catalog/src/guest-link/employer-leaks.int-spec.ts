import { system } from '#libs/kernel';
import { anEpisode, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { aWorld, type World } from '../../../../test/factories/world.js';
import type { EmployerNaming } from '../episode/appearance.entity.js';
import type { Show } from '../show/show.entity.js';

const vtt = `WEBVTT

00:00:00.000 --> 00:00:06.000
<v Ève Côté>Chez Grand Boréal, une date est une promesse.

00:00:06.000 --> 00:00:22.000
<v Ève Côté>Et une promesse se tient, même quand personne ne regarde.
`;

/** `ux:K-24`: an employer that is hidden is written nowhere; where it still is, producer and guest are told. */
describe('where an employer that is not to be named can still be read', () => {
  let world: World;
  let show: Show;
  beforeAll(async () => {
    world = await aWorld();
    show = await aShow(world.db);
  });
  afterAll(() => world?.close());

  async function leaksOf(employer: EmployerNaming): Promise<string[]> {
    const guest = await aPerson(world.db, 'Ève Côté', {
      contact: 'eve@grandboreal.example',
      links: [{ label: 'Mon travail', url: 'https://www.grand-boreal.example/eve' }],
      texts: [{ lang: 'en', biography: 'Grandborealis is something else.' }],
    });
    const texts = [{ lang: 'fr', title: 'Directrice', disclaimer: 'N’engage pas GRAND BOREAL.' }];
    const people = [{ personId: guest.id, role: 'guest' as const, organisation: 'Grand Boréal', employer, texts }];
    const said = [{ lang: 'fr', title: 'Dates', summary: '', notes: 'Ève Côté (Grand Boréal)' }];
    const { id } = await anEpisode(world.db, show, { state: 'draft', people, title: 'Dates', texts: said });
    const at = { showId: show.id, episodeId: id, lang: 'fr', version: 1 };
    await world.catalog.transcripts.replace(system, at, { text: vtt });
    await world.catalog.quotes.create(system, show.id, id, { startMs: 0, endMs: 5_000 });
    const dropped = await world.catalog.quotes.create(system, show.id, id, { startMs: 0, endMs: 5_000 });
    await world.catalog.quotes.drop(system, show.id, dropped.id);
    const range = { startMs: 0, endMs: 21_000 };
    await world.catalog.clips.create(system, show.id, id, { ...range, title: 'De Grand Boréal' });
    const { id: clipId, version } = await world.catalog.clips.create(system, show.id, id, { ...range, title: 'Dates' });
    const captions = { en: [{ startMs: 0, endMs: 2_000, text: 'At Grand Boréal' }] };
    await world.catalog.clips.update(system, show.id, clipId, { version, captions });
    const [board] = await world.catalog.guestBoard.ofEpisode(system, show.id, id);
    return board!.leaks.map(({ field, lang }) => `${field} ${lang}`.trim()).sort();
  }

  it('is told of what somebody wrote, said or linked to, as words or as an address', async () => {
    const everywhere = ['clip en', 'clip fr', 'contact', 'disclaimer fr', 'link', 'quote fr', 'transcript fr'];
    expect(await leaksOf('hidden')).toEqual([...everywhere, 'notes fr'].sort());
    expect(await leaksOf('notes')).toEqual(everywhere);
    expect(await leaksOf('named')).toEqual([]);
  });
});
