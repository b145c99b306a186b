import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { ImportedEpisodesService, ShowsService } from '#libs/catalog';
import { ImagesService } from '#libs/media';
import type { Outbound } from '#libs/outbound';
import { readFreeBytes } from '#libs/storage';
import type { ImportDeps } from '#libs/transfer';
import type { WorkerDeps } from '../worker.deps.js';

/** Where files of shows that move in lie while they arrive. */
export function importFolder({ config }: Pick<WorkerDeps, 'config'>): string {
  return join(config.dataDir, 'imports');
}

/** What the jobs of imports work with. */
export function toImportDeps(deps: WorkerDeps & { dataSource: DataSource; outbound: Outbound }): ImportDeps {
  const { dataSource, outbound, clock, storage, ffmpeg, addresses, config } = deps;
  const images = new ImagesService(storage);
  return {
    ...{ dataSource, outbound, clock, storage, ffmpeg, addresses, images },
    imported: new ImportedEpisodesService(clock, addresses),
    shows: new ShowsService(dataSource, noMembers, images),
    folder: importFolder(deps),
    freeBytes: () => readFreeBytes(config.dataDir),
    fileBytes: config.uploadMaxBytes,
    idleMs: 20_000,
  };
}

/** Shows are created where somebody asks for one. */
const noMembers = { grant: () => Promise.reject(new Error('The worker creates no shows.')) };
