import { readAtOnce, readRows, rowsBy, rowsOf } from '#libs/database';
import { Rendition } from '#libs/media';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { aWorld, type World } from '../../../../test/factories/world.js';
import { EpisodeAddress } from '../address/episode-address.entity.js';
import { AppearanceText } from './appearance-text.entity.js';
import { Appearance } from './appearance.entity.js';
import { Chapter } from './chapter.entity.js';
import { EpisodeCopy } from './episode-copy.entity.js';
import { EpisodeText } from './episode-text.entity.js';
import { Episode } from './episode.entity.js';

describe('rows that are read by the thousand', () => {
  let world: World;

  beforeAll(async () => {
    world = await aWorld();
    await anEpisode(world.db, await aShow(world.db), {
      recordedOn: '2026-05-11',
      topics: ['Marketing', 'Été'],
      chapters: '00:00 Un\n01:00 Deux',
      people: [{ name: 'Ada', role: 'guest', organisation: 'A', texts: [{ lang: 'fr', title: 'T', disclaimer: 'D' }] }],
    });
  });
  afterAll(() => world.close());

  it.each<[string, EntityTarget<ObjectLiteral>]>(
    [Episode, EpisodeCopy, EpisodeText, Chapter, Appearance, AppearanceText, EpisodeAddress, Rendition].map(
      (entity) => [entity.name, entity],
    ),
  )('are of %s what a find would give', async (_, entity) => {
    const found = await world.db.getRepository(entity).find();
    const read = await readRows(world.db, entity, { where: 'true', parameters: [] });
    expect(found.length).toBeGreaterThan(0);
    expect(read.map(toSorted).sort()).toEqual(found.map(toSorted).sort());
    const { rows } = await readAtOnce(world.db, { rows: rowsOf(entity, { where: 'true', parameters: [] }) });
    expect(rows.map(toSorted).sort()).toEqual(found.map(toSorted).sort());
  });

  it('come in one statement, each with its own parameters and in its own order, also from rows that were chosen', async () => {
    const [copy] = await readRows(world.db, EpisodeCopy, { where: `kind = 'working'`, parameters: [] });
    const chosen = rowsBy('select $1::uuid as id, 7 as n', [copy!.id]);
    const { chapters, ofChosen, none, written } = await readAtOnce(
      world.db,
      {
        chapters: rowsOf(Chapter, { where: 'copy_id = $1', parameters: [copy!.id], order: 'position desc' }),
        ofChosen: rowsBy('select n from chosen where n = $1::int', [7]),
        none: rowsOf(Chapter, { where: 'title = $2 and copy_id = $1', parameters: [copy!.id, 'Trois'] }),
        written: rowsBy<{ at: Date }>('select updated_at as at from episode_copies where id = $1', [copy!.id], ['at']),
      },
      chosen,
    );
    expect(chapters.map(({ title }) => title)).toEqual(['Deux', 'Un']);
    expect([ofChosen, none]).toEqual([[{ n: 7 }], []]);
    expect(written).toEqual([{ at: copy!.updatedAt }]);
  });
});

/** With types told apart, and the columns in one order. */
function toSorted(row: ObjectLiteral): string {
  const cells = Object.entries(row).map(
    ([name, value]) => `${name} ${value?.constructor.name} ${JSON.stringify(value)}`,
  );
  return cells.sort().join('\n');
}
