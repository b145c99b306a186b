import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { system } from '#libs/kernel';
import { anEpisode, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { aWorld, type World } from '../../../../test/factories/world.js';
import { agree } from './agree.js';
import { interview } from './content.js';

describe('the clip and the quote of the demo', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world?.close());

  it('are agreed to by the sample guest, in both languages, once', async () => {
    const show = await aShow(world.db, { language: 'en-CA' });
    const people = await Promise.all(
      interview.people.map(async ({ name, role }) => {
        const { id: personId } = await aPerson(world.db, name);
        return { personId, role: role as 'guest', organisation: '', texts: [] };
      }),
    );
    const given = { people, number: 87, language: 'en-CA', revision: { key: 'audio/one.mp3', durationMs: 64_000 } };
    const { id } = await anEpisode(world.db, show, { ...given, state: 'draft' });
    const text = await readFile(join(process.cwd(), 'test/recordings', interview.transcript.file), 'utf8');
    await world.catalog.transcripts.replace(
      system,
      { showId: show.id, episodeId: id, lang: 'en', version: 1 },
      { text },
    );
    await world.catalog.publishing.publish(system, show.id, id);
    const shown = async () => {
      const { clips, quotes } = (await world.catalog.episodeQuery.byId(id))!;
      return [clips.flatMap(({ texts }) => texts), quotes.flatMap(({ texts }) => texts)].map((texts) =>
        texts.map(({ lang }) => lang),
      );
    };
    await agree(world.catalog, show.id);
    expect(await shown()).toEqual([
      ['en', 'fr'],
      ['en', 'fr'],
    ]);
    const { clips, quotes } = await world.catalog.highlightsDesk.get(system, show.id, id);
    await agree(world.catalog, show.id);
    const again = await world.catalog.highlightsDesk.get(system, show.id, id);
    expect([again.clips.length, again.quotes.length]).toEqual([clips.length, quotes.length]);
    expect(quotes.some(({ state }) => state === 'proposed')).toBe(true);
  });
});
