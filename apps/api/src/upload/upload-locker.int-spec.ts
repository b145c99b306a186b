import { openDataSource } from '#libs/database';
import { newId } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { UploadLocker } from './upload-locker.js';

let database: TestDatabase;
let sources: DataSource[];
let lockers: UploadLocker[];
beforeAll(async () => {
  database = await createTestDatabase();
  sources = [await openDataSource(database.url, []), await openDataSource(database.url, [])];
  lockers = sources.map((source) => new UploadLocker(source));
});
afterAll(async () => {
  for (const locker of lockers) await locker.close();
  for (const source of sources) await source.destroy();
  await database.drop();
});

const take = (locker: UploadLocker, id: string, requestRelease = () => {}) => {
  const lock = locker.newLock(id);
  return lock.lock(new AbortController().signal, requestRelease).then(() => lock);
};

describe('UploadLocker', () => {
  it('gives an upload to one sender, in this process and in another (fault:F20)', async () => {
    const id = newId();
    const lock = await take(lockers[0]!, id);
    for (const locker of lockers) {
      await expect(take(locker, id)).rejects.toMatchObject({ code: 'UPLOAD_LOCKED', status: 423 });
    }
    await lock.unlock();
    await (await take(lockers[1]!, id)).unlock();
  });

  it('keeps uploads apart, however many come at once', async () => {
    const locks = await Promise.all(Array.from({ length: 20 }, () => take(lockers[0]!, newId())));
    await Promise.all(locks.map((lock) => lock.unlock()));
  });

  it('lets one of many win', async () => {
    const id = newId();
    const tries = await Promise.allSettled([0, 1, 0, 1, 0].map((i) => take(lockers[i]!, id)));
    const [winner, ...others] = tries.flatMap((tried) => (tried.status === 'fulfilled' ? [tried.value] : []));
    expect(others).toEqual([]);
    await winner!.unlock();
  });

  it('ends a sender that has been silent for five seconds, for one who is there', async () => {
    const id = newId();
    const half = await take(lockers[0]!, id, () => void setTimeout(() => void half.unlock(), 20));
    await expect(take(lockers[0]!, id)).rejects.toMatchObject({ status: 423 });
    await new Promise((resolve) => setTimeout(resolve, 5_100));
    await (await take(lockers[0]!, id)).unlock();
  }, 15_000);

  it('is free again when the process that held it was killed', async () => {
    const id = newId();
    await take(lockers[0]!, id);
    const held = `from pg_locks where locktype = 'advisory' and classid = 73915 and granted
      and database = (select oid from pg_database where datname = current_database())`;
    await sources[1]!.query(`select pg_terminate_backend(pid) ${held}`);
    // The connection ends a moment after it was told to.
    while ((await sources[1]!.query(`select 1 ${held}`)).length > 0);
    await (await take(lockers[1]!, id)).unlock();
  });
});
