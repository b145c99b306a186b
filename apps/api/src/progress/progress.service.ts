import { type Actor, hasRole, roles } from '#libs/kernel';
import type { Job, ProgressMessage, RecordingsService, UploadsService, WorkService } from '#libs/media';
import type { Region } from '#libs/messages';
import type { DataSource } from 'typeorm';
import type { JobsAnswer } from './jobs.answer.js';
import { episodeRecordings } from '../recording/episode-recordings.js';
import { type JobAnswer, toJobAnswer, type UploadProgressAnswer } from '../recording/recording.answer.js';

/** What happens with the sound of all shows that an actor knows. */
export class ProgressService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly recordings: RecordingsService,
    private readonly uploads: UploadsService,
    private readonly work: WorkService,
  ) {}

  maySee(actor: Actor, showId: string): boolean {
    return hasRole(actor, showId, roles);
  }

  /** Waiting, running and last revisions, newest first; of what is done in the background only what runs or failed. */
  async list(actor: Actor, region: Region): Promise<JobAnswer[]> {
    return this.toAnswers(await this.work.list(scopesOf(actor)), region);
  }

  /** The same with what is done in the background, counted by show, and whether anybody works. */
  async overview(actor: Actor, region: Region): Promise<JobsAnswer> {
    const [items, batches, { alive, seenAt }] = await Promise.all([
      this.list(actor, region),
      this.work.batches(scopesOf(actor)),
      this.work.workers(),
    ]);
    return {
      items,
      batches: batches.map(({ scope: showId, ...counts }) => ({ showId, ...counts })),
      workers: { alive, seenAt: seenAt?.toISOString() ?? null },
    };
  }

  /** Tries the newest revision of a recording again. @throws NotFound, Forbidden, NothingToDo */
  retry(actor: Actor, recordingId: string): Promise<void> {
    return this.recordings.retry(actor, recordingId);
  }

  /** Stops the work on the newest revision of a recording. @throws NotFound, Forbidden, NothingToDo */
  cancel(actor: Actor, recordingId: string): Promise<void> {
    return this.recordings.cancel(actor, recordingId);
  }

  /** What the row that a message is about looks like now; null when it is gone. */
  async read(
    { revisionId, uploadId, scope, recordingId }: ProgressMessage,
    region: Region,
  ): Promise<{ event: 'progress'; data: JobAnswer } | { event: 'upload'; data: UploadProgressAnswer } | null> {
    if (revisionId) {
      const job = await this.recordings.findJob(revisionId);
      return job && { event: 'progress', data: (await this.toAnswers([job], region))[0]! };
    }
    const upload = uploadId ? await this.uploads.find(uploadId) : null;
    if (!upload) return null;
    const place = (await episodeRecordings.placesOf(this.dataSource.manager, [recordingId])).get(recordingId);
    const { id, fileName, totalBytes, receivedBytes, state } = upload;
    return {
      event: 'upload',
      data: {
        ...{ id, fileName, totalBytes, receivedBytes, state },
        ...{ showId: scope, recordingId, episodeId: place?.episodeId ?? null },
      },
    };
  }

  private async toAnswers(jobs: Job[], region: Region): Promise<JobAnswer[]> {
    const ids = jobs.map(({ recordingId }) => recordingId);
    const places = await episodeRecordings.placesOf(this.dataSource.manager, ids);
    const outlooks = await this.work.outlook(jobs.map(({ id }) => id));
    return jobs.map((job) => {
      const place = places.get(job.recordingId) ?? { showId: job.scope, episodeId: null, title: '' };
      return toJobAnswer(job, place, region, outlooks);
    });
  }
}

/** The shows that an actor knows; undefined: all. */
function scopesOf(actor: Actor): string[] | undefined {
  if (actor.kind === 'system') return undefined;
  if (actor.kind !== 'user') return [];
  if (actor.tokenShowId) return hasRole(actor, actor.tokenShowId, roles) ? [actor.tokenShowId] : [];
  return actor.isInstanceOwner ? undefined : Object.keys(actor.roles);
}
