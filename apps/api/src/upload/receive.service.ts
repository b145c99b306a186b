import { RecordingMissing } from '#libs/catalog';
import type { Log } from '#libs/config';
import type { Actor, Clock } from '#libs/kernel';
import { addRecording, type Upload, UploadLocked, type UploadsService } from '#libs/media';
import type { DataSource, EntityManager } from 'typeorm';
import type { StagedStore } from './staged-store.js';
import type { UploadMetadata } from './upload.form.js';
import type { UploadLocker } from './upload-locker.js';

/** What receiving needs of episodes: which recording one has, and giving it one. */
export interface EpisodeRecordings {
  /** @throws NotFound for an episode that is not in this show, or that the actor does not know. */
  lock(
    manager: EntityManager,
    actor: Actor,
    showId: string,
    episodeId: string,
  ): Promise<{ recordingId: string | null }>;
  /** @throws NotFound for a show that is not there, or that the actor does not know. */
  requireShow(manager: EntityManager, actor: Actor, showId: string): Promise<void>;
  link(manager: EntityManager, episodeId: string, recordingId: string): Promise<void>;
}

const sweepMs = 60_000;

/** Joins uploads, recordings and episodes: the one place that knows all three. */
export class ReceiveService {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly uploads: UploadsService,
    private readonly episodes: EpisodeRecordings,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * Promises room for a file and, for an episode, links its recording, in one transaction.
   * @throws NotFound (also for the id of another show), Forbidden, RecordingMissing for a track of nothing, and the refusals of `UploadsService.create`.
   */
  async create(actor: Actor, form: UploadMetadata & { totalBytes: number }): Promise<Upload> {
    return this.dataSource.transaction(async (manager) => {
      const recordingId = await this.recordingFor(manager, actor, form);
      const { showId, purpose, filename, totalBytes, sha256 } = form;
      return this.uploads.create(manager, actor, {
        ...{ scope: showId, recordingId, purpose, totalBytes, fileName: filename, claimedSha256: sha256 ?? null },
        userId: actor.kind === 'user' ? actor.userId : null,
      });
    });
  }

  /** Now and every minute: ends uploads that nobody went on with, and finishes whole ones that a crash interrupted (`fault:F06`). */
  startSweeping(store: StagedStore, locker: UploadLocker): void {
    const sweep = () =>
      this.sweep(store, locker).catch((error: unknown) =>
        this.log.warn({ err: String(error) }, 'the upload sweep failed'),
      );
    this.timer = setInterval(() => void sweep(), sweepMs);
    this.timer.unref();
    void sweep();
  }

  stopSweeping(): void {
    clearInterval(this.timer);
  }

  async sweep(store: StagedStore, locker: UploadLocker): Promise<void> {
    const expired = await this.uploads.expire();
    if (expired > 0) this.log.info({ expired }, 'unfinished uploads were removed');
    for (const id of await this.uploads.listUnfinishedWhole()) {
      await locker
        .hold(id, () => this.uploads.finish(id))
        .catch((error: unknown) => {
          if (!(error instanceof UploadLocked)) throw error;
        });
    }
    await this.uploads.collectStaged();
  }

  private async recordingFor(
    manager: EntityManager,
    actor: Actor,
    { showId, episodeId, purpose }: UploadMetadata,
  ): Promise<string> {
    if (!episodeId) {
      await this.episodes.requireShow(manager, actor, showId);
      return (await addRecording(manager, showId, this.clock.now())).id;
    }
    const episode = await this.episodes.lock(manager, actor, showId, episodeId);
    if (episode.recordingId) return episode.recordingId;
    if (purpose === 'track') throw new RecordingMissing();
    const recording = await addRecording(manager, showId, this.clock.now());
    await this.episodes.link(manager, episodeId, recording.id);
    return recording.id;
  }
}
