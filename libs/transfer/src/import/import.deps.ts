import type { Addresses, ImportedEpisodesService, ShowsService } from '#libs/catalog';
import type { Ffmpeg } from '#libs/ffmpeg';
import type { Clock } from '#libs/kernel';
import type { ImagesService } from '#libs/media';
import type { Outbound } from '#libs/outbound';
import type { Storage } from '#libs/storage';
import type { DataSource } from 'typeorm';

/** What the jobs of an import work with. */
export interface ImportDeps {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly outbound: Outbound;
  readonly storage: Storage;
  readonly ffmpeg: Ffmpeg;
  readonly images: ImagesService;
  readonly imported: ImportedEpisodesService;
  readonly shows: Pick<ShowsService, 'replaceCover'>;
  readonly addresses: Addresses;
  /** Where files lie while they arrive: what is there of one survives a restart. */
  readonly folder: string;
  /** Free bytes of the disk below `folder`. */
  readonly freeBytes: () => Promise<number>;
  /** Most bytes of one file. */
  readonly fileBytes: number;
  /** Longest silence of a server, in milliseconds. */
  readonly idleMs?: number;
}
