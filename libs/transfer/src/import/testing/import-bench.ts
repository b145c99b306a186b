import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IsNull } from 'typeorm';
import { ImportedEpisodesService, ShowsService } from '#libs/catalog';
import { openDataSource, OutboxRow } from '#libs/database';
import { findFfmpeg } from '#libs/ffmpeg';
import { type Actor, newId, systemClock } from '#libs/kernel';
import { ImagesService } from '#libs/media';
import { Outbound } from '#libs/outbound';
import type { JobRun } from '#libs/queue';
import { createStorage } from '#libs/storage';
import { allEntities, aWorld } from '../../../../../test/factories/world.js';
import type { ImportDeps } from '../import.deps.js';
import { makeImportHandlers } from '../import.handlers.js';
import { importJobs } from '../import.jobs.js';
import { ImportsService } from '../imports.service.js';

const owner: Actor = { kind: 'user', userId: newId(), isInstanceOwner: true, roles: {} };

/** For tests: imports on a database, a disk and an ffmpeg of their own, without a queue: `work()` does what the outbox orders. */
export async function openImportBench(allow: readonly string[]) {
  const world = await aWorld();
  world.clock.set(systemClock.now());
  const folder = await mkdtemp(join(tmpdir(), 'estrade-import-'));
  const storage = await createStorage({ dataDir: folder, storageUrl: undefined });
  const ffmpeg = await findFfmpeg({ production: false, allowOldFfmpeg: true });
  const images = new ImagesService(storage);
  const imported = new ImportedEpisodesService(systemClock, world.addresses);
  const memberships = { grant: async () => {} };
  const shows = new ShowsService(world.db, memberships as never, images);
  const outbound = new Outbound({ publicUrl: 'https://estrade.example.org', allow });
  /** Of the disk. */
  const free = { bytes: 1e12 };
  const deps: ImportDeps = {
    ...{ dataSource: world.db, clock: systemClock, addresses: world.addresses },
    ...{ outbound, storage, ffmpeg, images, imported, shows },
    ...{ folder: join(folder, 'imports'), freeBytes: async () => free.bytes, fileBytes: 1e9, idleMs: 500 },
  };
  await world.db.query(
    `insert into users (id, email, name, password_hash, is_instance_owner) values ($1, 'ada@example.org', 'Ada', '-', true)`,
    [(owner as { userId: string }).userId],
  );

  const handlers = makeImportHandlers(deps) as Record<string, (payload: never, run: JobRun) => Promise<void>>;

  /** Does the jobs that the outbox orders until there is none left; one that is to be tried again is tried `tries` times. */
  async function work(tries = 2, signal = new AbortController().signal): Promise<string[]> {
    const done: string[] = [];
    for (;;) {
      const rows = await world.db.manager.find(OutboxRow, { where: { relayedAt: IsNull() }, order: { id: 'asc' } });
      if (rows.length === 0) return done;
      for (const { id, name, payload } of rows) {
        await world.db.manager.update(OutboxRow, { id }, { relayedAt: new Date() });
        const job = importJobs.find((each) => each.name === name);
        if (!job) continue;
        done.push(name);
        await tryOften((attempt) =>
          handlers[name]!(job.payload.parse(payload) as never, { signal, attempt, isLastTry: attempt === tries }),
        );
      }
    }
    async function tryOften(once: (attempt: number) => Promise<void>): Promise<void> {
      for (let attempt = 1; attempt <= tries; attempt += 1) {
        try {
          return await once(attempt);
        } catch (error) {
          if (signal.aborted || attempt === tries) throw error;
        }
      }
    }
  }

  return {
    ...{ world, deps, owner, work, handlers, storage, folder, free },
    imports: new ImportsService(world.db, systemClock, shows, imported, allow),
    openDataSource: () => openDataSource(world.url, allEntities),
    async close() {
      await outbound.close();
      await world.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type ImportBench = Awaited<ReturnType<typeof openImportBench>>;
