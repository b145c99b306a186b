import { accountsEntities } from '#libs/accounts';
import { audienceEntities } from '#libs/audience';
import { catalogEntities } from '#libs/catalog';
import { findDrift, migrate, openDataSource } from '#libs/database';
import { feedsEntities } from '#libs/feeds';
import { hooksEntities } from '#libs/hooks';
import { mediaEntities } from '#libs/media';
import { peopleEntities } from '#libs/people';
import { searchEntities } from '#libs/search';
import { sharingEntities } from '#libs/sharing';
import { statsEntities } from '#libs/stats';
import { transferEntities } from '#libs/transfer';
import { readdir } from 'node:fs/promises';
import { type TestDatabase, createTestDatabase } from '../test/database.js';
import { migrations } from './index.js';

const entities = [
  ...accountsEntities,
  ...peopleEntities,
  ...mediaEntities,
  ...catalogEntities,
  ...feedsEntities,
  ...hooksEntities,
  ...audienceEntities,
  ...searchEntities,
  ...sharingEntities,
  ...statsEntities,
  ...transferEntities,
];

describe('the migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  it('lead from empty to what the entities say, all the way back, and up again', async () => {
    expect(await findDrift(database.url, entities)).toEqual([]);
    const source = await openDataSource(database.url, [], migrations, 1);
    for (let n = 0; n < migrations.length; n += 1) await source.undoLastMigration();
    const left: { name: string }[] = await source.query(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'migrations'`,
    );
    await source.destroy();
    expect(left).toEqual([]);
    expect(await migrate(database.url, migrations)).toHaveLength(migrations.length);
    expect(await findDrift(database.url, entities)).toEqual([]);
  });

  it('are all listed, in the order of their files', async () => {
    const files = (await readdir(new URL('.', import.meta.url))).filter((name) => /^\d+-.*\.ts$/.test(name)).sort();
    const listed = migrations.map((Migration) => toFileName(new Migration().name));
    expect(listed).toEqual(files);
  });
});

/** `CreateOutbox1790000000000` is in `1790000000000-create-outbox.ts`. */
function toFileName(name: string): string {
  const [, words = '', time = ''] = /^([A-Za-z]+)(\d+)$/.exec(name) ?? [];
  return `${time}${words.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;
}
