import type { Ffmpeg } from '#libs/ffmpeg';
import type { Clock } from '#libs/kernel';
import type { Storage } from '#libs/storage';
import type { DataSource } from 'typeorm';
import type { ImagesService } from '../image/images.service.js';
import type { OrderFor } from '../recording/render-order.js';
import type { WorkFolders } from './work-folder.js';

/** What the steps of the pipeline work with. */
export interface PipelineDeps {
  readonly dataSource: DataSource;
  readonly storage: Storage;
  readonly ffmpeg: Ffmpeg;
  readonly images: ImagesService;
  readonly folders: WorkFolders;
  readonly clock: Clock;
  /** Asks the floor above what it wants made; media does not know episodes. */
  readonly orderFor: OrderFor;
  /** Whether no other recording waits or runs, so that one may use every processor; never true in the background. */
  readonly isQuiet: () => Promise<boolean>;
}
