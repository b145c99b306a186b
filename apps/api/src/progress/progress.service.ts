import { type Actor, hasRole, roles } from '#libs/kernel';
import { type Job, type ProgressMessage, RecordingsService, type UploadsService } from '#libs/media';
import type { Region } from '#libs/messages';
import type { DataSource } from 'typeorm';
import { episodeRecordings } from '../recording/episode-recordings.js';
import { type JobAnswer, toJobAnswer, type UploadProgressAnswer } from '../recording/recording.answer.js';

/** What happens with the sound of all shows that an actor knows. */
export class ProgressService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly recordings: RecordingsService,
    private readonly uploads: UploadsService,
  ) {}

  maySee(actor: Actor, showId: string): boolean {
    return hasRole(actor, showId, roles);
  }

  /** Running and last revisions, newest first. */
  async list(actor: Actor, region: Region): Promise<JobAnswer[]> {
    return this.toAnswers(await this.recordings.listJobs(scopesOf(actor)), region);
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
    return jobs.map((job) => {
      const place = places.get(job.recordingId) ?? { showId: job.scope, episodeId: null, title: '' };
      return toJobAnswer(job, place, region);
    });
  }
}

/** The shows that an actor knows; undefined: all. */
function scopesOf(actor: Actor): string[] | undefined {
  if (actor.kind === 'visitor') return [];
  if (actor.kind === 'system') return undefined;
  if (actor.tokenShowId) return hasRole(actor, actor.tokenShowId, roles) ? [actor.tokenShowId] : [];
  return actor.isInstanceOwner ? undefined : Object.keys(actor.roles);
}
