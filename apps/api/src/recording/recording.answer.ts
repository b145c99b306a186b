import { type Region, isKey, t } from '#libs/messages';
import { type Job, type RecordingView, renditionKinds, type RevisionView, type WorkOutlook } from '#libs/media';
import { z } from 'zod';

const workState = z.enum(['waiting', 'running', 'needs-you', 'done', 'failed', 'cancelled']);
/** Where a revision comes from. */
export const revisionOrigins = ['upload', 'order', 'original', 'rollback', 'tags', 'import'] as const;
/** One file of a revision; `url` is null for what is no single file. */
export const soundFile = z.object({ kind: z.enum(renditionKinds), url: z.string().nullable(), bytes: z.int() });
const clip = z.object({ source: z.enum(['recording', 'intro', 'outro']), startMs: z.number(), endMs: z.number() });
const stepName = z.enum(['receive', 'probe', 'analyse', 'plan', 'render', 'verify']);

/** One revision of a recording as the studio shows it. */
export const revisionAnswer = z
  .object({
    id: z.string(),
    number: z.int(),
    origin: z.enum(revisionOrigins),
    /** `batch`: one of many in the background, for which nobody waits. */
    urgency: z.enum(['now', 'batch']),
    state: workState,
    step: stepName,
    steps: z.array(z.object({ name: stepName, state: workState, progress: z.number().nullable() })),
    /** Share of the whole, 0 to 1; null before anything was measured. */
    progress: z.number().nullable(),
    /**
     * Of what waits or runs: how many recordings come before (null: its turn has come), and how long the rest will take
     * by the last `jobs` recordings (null: none was like it).
     */
    outlook: z
      .object({
        ahead: z.int().nullable(),
        estimate: z.object({ remainingMs: z.int(), jobs: z.int() }).nullable(),
      })
      .nullable(),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    originalName: z.string(),
    durationMs: z.int().nullable(),
    /** The finished file, for signed-in ears; `url` is on this server. */
    mp3: z.object({ url: z.string(), bytes: z.int(), durationMs: z.int() }).nullable(),
    /** `{before, after, targetLufs, notes, checks}` as far as they are known. */
    report: z.record(z.string(), z.unknown()).nullable(),
    /** `{before: {durationMs, overview}, after}`: pairs of min and max from -128 to 127. */
    waveform: z.record(z.string(), z.unknown()).nullable(),
    /** Of what the finished sound consists, one clip after the other, each in its source's time; null before it is planned. */
    timeline: z.object({ clips: z.array(clip) }).nullable(),
    createdAt: z.string(),
    startedAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'Revision' });
export type RevisionAnswer = z.infer<typeof revisionAnswer>;

export const uploadAnswer = z
  .object({
    id: z.string(),
    fileName: z.string(),
    totalBytes: z.int(),
    receivedBytes: z.int(),
    state: z.enum(['receiving', 'finished', 'refused', 'expired']),
  })
  .meta({ id: 'Upload' });

export const recordingAnswer = z
  .object({ recordingId: z.string().nullable(), upload: uploadAnswer.nullable(), revisions: z.array(revisionAnswer) })
  .meta({ id: 'Recording' });
export type RecordingAnswer = z.infer<typeof recordingAnswer>;

const place = { showId: z.string(), episodeId: z.string().nullable(), recordingId: z.string() };

/** A revision with where it belongs: the data of the event `progress`. */
export const jobAnswer = revisionAnswer.extend({ ...place, episodeTitle: z.string() }).meta({ id: 'Job' });
export type JobAnswer = z.infer<typeof jobAnswer>;

/** The data of the event `upload`. */
export const uploadProgressAnswer = uploadAnswer.extend(place).meta({ id: 'UploadProgress' });
export type UploadProgressAnswer = z.infer<typeof uploadProgressAnswer>;

/** The episode that a recording belongs to. */
export interface EpisodePlace {
  readonly showId: string;
  readonly episodeId: string | null;
}

/** What is to be expected of work that is not done, by revision. */
export type Outlooks = ReadonlyMap<string, WorkOutlook>;

export function toRecordingAnswer(
  view: RecordingView,
  at: EpisodePlace,
  region: Region,
  outlooks: Outlooks,
): RecordingAnswer {
  const { recordingId, upload, revisions } = view;
  return {
    ...{ recordingId, upload },
    revisions: revisions.map((revision) => toRevisionAnswer(revision, at, region, outlooks)),
  };
}

/** Report and waveform only when the work is done: they are large, and events are many. */
export function toJobAnswer(
  job: Job,
  at: EpisodePlace & { title: string },
  region: Region,
  outlooks: Outlooks,
): JobAnswer {
  const isDone = job.state === 'done';
  return {
    ...toRevisionAnswer(job, at, region, outlooks),
    ...(!isDone && { report: null, waveform: null }),
    ...{ showId: at.showId, episodeId: at.episodeId, recordingId: job.recordingId, episodeTitle: at.title },
  };
}

function toRevisionAnswer(view: RevisionView, at: EpisodePlace, region: Region, outlooks: Outlooks): RevisionAnswer {
  const { id, number, origin, urgency, state, step, steps, progress, error, originalName, durationMs, mp3 } = view;
  const { report, waveform, createdAt, startedAt, finishedAt } = view;
  return {
    ...{
      id,
      number,
      origin,
      urgency,
      state,
      step,
      progress,
      originalName,
      durationMs,
      createdAt,
      startedAt,
      finishedAt,
    },
    ...{ report: report && { ...report }, waveform: waveform && { ...waveform }, steps: [...steps] },
    outlook: toOutlook(outlooks.get(id)),
    error: error && { code: error.code, message: toSentence(error, region) },
    // A piece of a show is heard at an address of its own.
    mp3: mp3 && at.episodeId ? { url: toAudioPath(at, id), bytes: mp3.bytes, durationMs: mp3.durationMs } : null,
    timeline: toTimeline(view.timeline),
  };
}

function toTimeline(timeline: RevisionView['timeline']): RevisionAnswer['timeline'] {
  return timeline && { clips: timeline.clips.map(({ source, startMs, endMs }) => ({ source, startMs, endMs })) };
}

function toOutlook(outlook: WorkOutlook | undefined): RevisionAnswer['outlook'] {
  return outlook ? { ahead: outlook.ahead, estimate: outlook.estimate && { ...outlook.estimate } } : null;
}

/** A code of media in words. */
export function toSentence({ code, params }: NonNullable<RevisionView['error']>, region: Region): string {
  const key = `error.${code}`;
  return isKey(key) ? t(region, key, params) : t(region, 'error.INTERNAL');
}

/** The revision's id makes a new address for new sound, so that no player shows an old one from its cache. */
export function toAudioPath({ showId, episodeId }: EpisodePlace, revisionId: string): string {
  return `/api/v1/shows/${showId}/episodes/${episodeId ?? '-'}/recording/audio?which=after&revision=${revisionId}`;
}

/** All files of a revision, for signed-in ears. */
export function toFiles({ id, files }: RevisionView, at: EpisodePlace): z.infer<typeof soundFile>[] {
  return files.map(({ kind, bytes }) => ({
    ...{ kind, bytes },
    url: kind === 'hls' ? null : `${toAudioPath(at, id)}${kind === 'mp3' ? '' : `&kind=${kind}`}`,
  }));
}
