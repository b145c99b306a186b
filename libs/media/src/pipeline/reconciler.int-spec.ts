import { OutboxRow } from '#libs/database';
import { newId } from '#libs/kernel';
import { createQueueBackend, type QueueBackend } from '#libs/queue';
import { mkdir, readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Revision } from '../recording/revision.entity.js';
import { addRecording } from '../recording/revision.writes.js';
import { openMediaBench } from '../testing/media-bench.js';
import { Reconciler } from './reconciler.js';
import { alternateJob } from './step.jobs.js';
import { WorkFolders } from './work-folder.js';

let bench: Awaited<ReturnType<typeof openMediaBench>>;
let backend: QueueBackend;
beforeAll(async () => {
  bench = await openMediaBench();
  const { url } = bench.dataSource.options as { url: string };
  backend = createQueueBackend({ databaseUrl: url });
});
afterAll(async () => {
  await backend.close();
  await bench.close();
});

const reconcile = () =>
  new Reconciler(bench.dataSource, backend, new WorkFolders(bench.workFolder), bench.deps.clock).reconcile();

/** A revision that has been like this for a minute. */
async function aRevision(values: Partial<Revision>): Promise<string> {
  const { manager } = bench.dataSource;
  const { id: recordingId } = await addRecording(manager, bench.scope, new Date());
  const id = newId();
  const row = { id, recordingId, number: 1, step: 'verify', finishedAt: new Date(), ...values };
  await manager.insert(Revision, row as never);
  await manager.query(`update revisions set updated_at = now() - interval '1 minute' where id = $1`, [id]);
  return id;
}

describe('the reconciler', () => {
  it('orders files beside an MP3 again that the queue has lost, and none that it knows', async () => {
    const alternates = [
      { kind: 'm4a', state: 'waiting', error: null },
      { kind: 'opus', state: 'waiting', error: null },
      { kind: 'video', state: 'done', error: null },
    ];
    const id = await aRevision({ state: 'done', report: { alternates } });
    const known = { revisionId: id, kind: 'opus', urgency: 'now', scope: bench.scope } as const;
    await backend.enqueue(alternateJob, known);
    expect(await reconcile()).toEqual({ announced: [id], failed: [] });
    const rows = await bench.dataSource.manager.findBy(OutboxRow, { name: 'media.alternate' });
    expect(rows.map(({ payload }) => payload.kind)).toEqual(['m4a']);
    await bench.dataSource.query(`update revisions set updated_at = now() - interval '1 minute'`);
    expect((await reconcile()).announced).toEqual([]);
  });

  it('removes what killed runs left, soon where nobody waits for it, and never what may still be at work', async () => {
    const [cancelled, running] = [await aRevision({ state: 'cancelled' }), await aRevision({ state: 'running' })];
    await backend.enqueue(alternateJob, { revisionId: running, kind: 'm4a', urgency: 'now', scope: '' });
    const ages = {
      [`${cancelled}-render`]: 10,
      [`${running}-render`]: 10,
      [`${running}-cover`]: 70,
      [`${newId()}-preview`]: 1,
    };
    for (const [name, minutes] of Object.entries(ages)) {
      const at = new Date(Date.now() - minutes * 60_000);
      await mkdir(join(bench.workFolder, name), { recursive: true });
      await utimes(join(bench.workFolder, name), at, at);
    }
    await reconcile();
    const left = await readdir(bench.workFolder);
    expect(left.sort()).toEqual([Object.keys(ages)[1], Object.keys(ages)[3]].sort());
  });
});
