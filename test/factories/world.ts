import { Addresses, type Catalog, catalogEntities, createCatalog } from '#libs/catalog';
import { accountsEntities } from '#libs/accounts';
import { audienceEntities } from '#libs/audience';
import { openDataSource } from '#libs/database';
import { feedsEntities } from '#libs/feeds';
import { hooksEntities } from '#libs/hooks';
import { type Clock, newId } from '#libs/kernel';
import { mediaEntities } from '#libs/media';
import { peopleEntities } from '#libs/people';
import { searchEntities } from '#libs/search';
import { sharingEntities } from '#libs/sharing';
import { statsEntities } from '#libs/stats';
import { transferEntities } from '#libs/transfer';
import type { DataSource } from 'typeorm';
import { createTestDatabase } from '../database.js';

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  constructor(private at = new Date('2026-05-12T11:00:00Z')) {}

  now(): Date {
    return this.at;
  }

  set(at: string | Date): void {
    this.at = new Date(at);
  }

  forward(ms: number): void {
    this.at = new Date(this.at.getTime() + ms);
  }
}

/** A migrated database of its own with the catalog's services over it. Pictures are taken without a look. */
export interface World {
  db: DataSource;
  url: string;
  clock: TestClock;
  addresses: Addresses;
  catalog: Catalog;
  /** Ids of recordings and keys of pictures that were erased for good. */
  erased: string[];
  close(): Promise<void>;
}

/** The instance's secret in every test. */
export const testSecret = 'a secret of tests only, long enough for anything';

export const allEntities = [
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

export async function aWorld(origin = 'https://estrade.example.org'): Promise<World> {
  const { url, drop } = await createTestDatabase();
  const db = await openDataSource(url, allEntities);
  const clock = new TestClock();
  const addresses = new Addresses(origin);
  const erased: string[] = [];
  return {
    db,
    url,
    clock,
    addresses,
    erased,
    catalog: aCatalog(db, clock, addresses, erased),
    async close() {
      await db.destroy();
      await drop();
    },
  };
}

/** The catalog's services; only what lies in files is pretended. */
export function aCatalog(dataSource: DataSource, clock: Clock, addresses: Addresses, erased: string[] = []): Catalog {
  return createCatalog({
    dataSource,
    clock,
    addresses,
    secret: testSecret,
    memberships: {
      grant: async (manager, userId, showId, role) => {
        await manager.query('insert into memberships (id, user_id, show_id, role) values ($1, $2, $3, $4)', [
          newId(),
          userId,
          showId,
          role,
        ]);
      },
    },
    images: { acceptCover: async () => ({ key: `image/${newId()}.jpg`, width: 1400 }) },
    eraser: {
      removeRecording: async (id) => {
        erased.push(id);
        await dataSource.query('delete from recordings where id = $1', [id]);
      },
      removeImage: async (key) => void erased.push(key),
      removeFiles: async (prefix) => void erased.push(prefix),
    },
  });
}
