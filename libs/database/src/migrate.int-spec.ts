import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type TestDatabase, createTestDatabase } from '../../../test/database.js';
import { migrate } from './migrate.js';

class CreatePebbles1890000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table pebbles (id int primary key)');
    await runner.query('select pg_sleep(0.3)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table pebbles');
  }
}

describe('migrate', () => {
  let database: TestDatabase;
  beforeEach(async () => (database = await createTestDatabase()));
  afterEach(() => database.drop());

  it('lets one of three instances that start together migrate and the others wait (fault:F33)', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => migrate(database.url, [CreatePebbles1890000000000])));
    expect(runs.flat()).toEqual(['CreatePebbles1890000000000']);
  });

  it('runs the further step on every call, inside the lock', async () => {
    let running = 0;
    let most = 0;
    const also = async (client: pg.Client) => {
      most = Math.max(most, (running += 1));
      await client.query('select pg_sleep(0.1)');
      running -= 1;
    };
    await Promise.all([1, 2].map(() => migrate(database.url, [], also)));
    expect(most).toBe(1);
  });

  it('releases the lock after a failure', async () => {
    const broken = () => Promise.reject(new Error('no'));
    await expect(migrate(database.url, [], broken)).rejects.toThrow('no');
    await expect(migrate(database.url, [])).resolves.toEqual([]);
  });
});
