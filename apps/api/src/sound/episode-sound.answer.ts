import { z } from 'zod';
import { findingKinds } from '#libs/ffmpeg';
import { revisionOrigins, soundFile } from '../recording/recording.answer.js';
import { soundSettingsAnswer, workState } from './show-sound.answer.js';

const range = z.object({ startMs: z.int(), endMs: z.int() });
const measure = z.record(z.string(), z.union([z.number(), z.string()]));

/** What ears would say, in the time of the recording as it was sent; `sentence` in the reader's language. */
const findingAnswer = z
  .object({
    kind: z.enum(findingKinds),
    startMs: z.number(),
    endMs: z.number(),
    measure,
    weight: z.enum(['problem', 'note']),
    isMended: z.boolean(),
    sentence: z.string(),
  })
  .meta({ id: 'SoundFinding' });

const summaryAnswer = z.object({
  mode: z.enum(['linear', 'levelled', 'leave']),
  targetLufs: z.number(),
  beforeLufs: z.number().nullable(),
  afterLufs: z.number().nullable(),
  beforeRange: z.number().nullable(),
  afterRange: z.number().nullable(),
  problems: z.int(),
  mended: z.int(),
});

const revisionAnswer = z
  .object({
    id: z.string(),
    number: z.int(),
    origin: z.enum(revisionOrigins),
    state: workState,
    createdAt: z.string(),
    releasedAt: z.string().nullable(),
    /** The one that the working copy plays, and the one that listeners get. */
    isWorking: z.boolean(),
    isReleased: z.boolean(),
    summary: summaryAnswer.nullable(),
    mp3: z.object({ url: z.string(), bytes: z.int(), durationMs: z.int() }).nullable(),
    /** All files of it; `url` is null for what is no single file. */
    files: z.array(soundFile),
    /** How the files beside the MP3 stand. */
    alternates: z.array(
      z.object({ kind: z.string(), state: z.enum(['waiting', 'done', 'failed']), message: z.string().nullable() }),
    ),
  })
  .meta({ id: 'SoundRevision' });

/** An episode's sound: what is wanted, what was found, and every version of it. */
export const episodeSoundAnswer = z
  .object({
    version: z.int(),
    recordingId: z.string().nullable(),
    own: soundSettingsAnswer.partial(),
    effective: soundSettingsAnswer,
    only: range.nullable(),
    leave: z.array(range),
    cuts: z.array(range),
    /** Further files that sound together with the recording; `gainDb` is null until they are measured. */
    tracks: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        durationMs: z.number().nullable(),
        delayMs: z.number(),
        gainDb: z.number().nullable(),
      }),
    ),
    /** Of the recording as it was sent; null until it has been decoded. */
    durationMs: z.number().nullable(),
    findings: z.array(findingAnswer),
    /** Newest first. */
    revisions: z.array(revisionAnswer),
    /** What cuts and pieces did to times: from the recording's to the finished sound's; null: cut out. */
    shifts: z.object({
      items: z.array(
        z.object({ kind: z.enum(['chapter']), title: z.string(), fromMs: z.int(), toMs: z.int().nullable() }),
      ),
      lost: z.int(),
    }),
    /** Frozen: listeners have the file. Different: it says something else than the episode does by now. */
    tags: z.object({ isFrozen: z.boolean(), isDifferent: z.boolean() }),
    /** What listeners would read where the sound is weak, in the time of the finished sound. */
    note: z.object({
      isShown: z.boolean(),
      items: z.array(
        z.object({ startMs: z.number(), endMs: z.number(), skipToMs: z.number().nullable(), sentence: z.string() }),
      ),
    }),
  })
  .meta({ id: 'EpisodeSound' });
export type EpisodeSoundAnswer = z.infer<typeof episodeSoundAnswer>;

export const previewAnswer = z
  .object({
    id: z.string(),
    state: workState,
    /** In the time of the cut recording, without its intro; exact once it is done. */
    startMs: z.int(),
    endMs: z.int(),
    url: z.string().nullable(),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
  })
  .meta({ id: 'SoundPreview' });
export type PreviewAnswer = z.infer<typeof previewAnswer>;

export const peaksAnswer = z
  .object({
    bucketsPerSecond: z.number(),
    durationMs: z.number(),
    /** Pairs of smallest and largest sample, int8, in base64. */
    peaks: z.string(),
  })
  .meta({ id: 'SoundPeaks' });
export type PeaksAnswer = z.infer<typeof peaksAnswer>;
