import { newId, system, systemClock } from '#libs/kernel';
import { readdir } from 'node:fs/promises';
import { addRecording } from '../recording/revision.writes.js';
import { GB, openMediaBench } from '../testing/media-bench.js';
import { Staging } from './staging.js';
import { Upload } from './upload.entity.js';
import { UploadsService } from './uploads.service.js';

let bench: Awaited<ReturnType<typeof openMediaBench>>;
beforeAll(async () => {
  bench = await openMediaBench();
});
afterAll(() => bench.close());
afterEach(() => bench.dataSource.query('delete from uploads'));

/** A service on a disk with so many free bytes. */
function onDisk(free: number, limits: object = {}): UploadsService {
  const staging = new Staging(bench.staging.folder, async () => free);
  const all = { fileBytes: 100 * GB, quotaBytes: 300 * GB, expireHours: 72, reserveBytes: GB, ...limits };
  return new UploadsService(bench.dataSource, bench.storage, staging, all, systemClock);
}

async function create(
  uploads: UploadsService,
  totalBytes: number,
  actor: Parameters<UploadsService['create']>[1] = system,
) {
  return bench.dataSource.transaction(async (manager) => {
    const { id: recordingId } = await addRecording(manager, bench.scope, systemClock.now());
    const form = { scope: bench.scope, recordingId, userId: null, fileName: 'a.wav', totalBytes };
    return uploads.create(manager, actor, form);
  });
}

describe('UploadsService', () => {
  it('refuses a file larger than the disk, with what runs already counted', async () => {
    const uploads = onDisk(10 * GB);
    await expect(create(uploads, 10 * GB)).rejects.toMatchObject({ code: 'DISK_FULL', status: 507 });
    await create(uploads, 5 * GB);
    await expect(create(uploads, 5 * GB)).rejects.toMatchObject({ code: 'DISK_FULL' });
    await create(uploads, 4 * GB);
    expect(await bench.dataSource.manager.count(Upload)).toBe(2);
  });

  it('lets two creations at once not exceed the quota', async () => {
    const uploads = onDisk(1000 * GB, { quotaBytes: 150 * GB });
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => create(uploads, 100 * GB)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = tries.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ code: 'QUOTA_EXCEEDED', params: { size: 107.4, left: 53.6 } });
  });

  it('is for editors; a moderator may not, and for a stranger there is no such show (abuse:A25)', async () => {
    const actor = (roles: Record<string, 'editor' | 'moderator'>) =>
      ({ kind: 'user', userId: newId(), isInstanceOwner: false, roles }) as const;
    const uploads = onDisk(100 * GB);
    await create(uploads, 1000, actor({ [bench.scope]: 'editor' }));
    await expect(create(uploads, 1000, actor({ [bench.scope]: 'moderator' }))).rejects.toMatchObject({ status: 403 });
    await expect(create(uploads, 1000, actor({ [newId()]: 'editor' }))).rejects.toMatchObject({ status: 404 });
    const reading = { ...actor({ [bench.scope]: 'editor' }), scopes: ['read'] as const };
    await expect(create(uploads, 1000, reading)).rejects.toMatchObject({ status: 403 });
  });

  it('takes a file over once, however often and at once it is finished', async () => {
    const revision = await bench.receive(Buffer.from('x'.repeat(1000)));
    await Promise.all([1, 2, 3].map(() => bench.uploads.finish(revision.uploadId!)));
    const rows = await bench.dataSource.query('select 1 from revisions where upload_id = $1', [revision.uploadId]);
    expect(rows).toHaveLength(1);
    expect(await readdir(bench.staging.folder)).toEqual([]);
  });

  it('stays as it is while the storage is away, and goes on when it is back (fault:F16)', async () => {
    const put = bench.storage.putFile.bind(bench.storage);
    bench.storage.putFile = () => Promise.reject(new Error('503'));
    await expect(bench.receive(Buffer.from('y'.repeat(1000)))).rejects.toThrow('503');
    bench.storage.putFile = put;
    const [id] = await bench.uploads.listUnfinishedWhole();
    await bench.uploads.finish(id!);
    expect(await bench.uploads.find(id!)).toMatchObject({ state: 'finished', receivedBytes: 1000 });
  });
});
