import type { RenderPlan, Timeline } from '#libs/ffmpeg';
import { pickEnclosure } from '../adopt/adopt.plan.js';
import type { Upload } from '../upload/upload.entity.js';
import type { RecordingTrack } from './recording-track.js';
import type { StoredOrder } from './render-order.js';
import type { Rendition, RenditionKind } from './rendition.entity.js';
import type { Revision, RevisionOrigin, Urgency } from './revision.entity.js';
import type { SoundReport, SoundWaveform } from './sound-report.js';
import { type StepView, toStepViews, wholeProgress } from './revision.state.js';

/** A finished file as it can be addressed and announced. */
export interface RenditionView {
  readonly key: string;
  readonly bytes: number;
  readonly durationMs: number;
}

/** A finished file with all that a feed says about it. */
export interface FileView extends RenditionView {
  readonly kind: RenditionKind;
  readonly mime: string;
  readonly bitrate: number;
  /** Hex. */
  readonly sha256: string;
}

/** A revision's sound in a few numbers: loudness as heard in LUFS, range in LU. */
export interface SoundSummary {
  readonly mode: RenderPlan['mode'];
  readonly targetLufs: number;
  readonly beforeLufs: number | null;
  readonly afterLufs: number | null;
  readonly beforeRange: number | null;
  readonly afterRange: number | null;
  /** Findings that listeners notice, and how many of them are mended. */
  readonly problems: number;
  readonly mended: number;
}

/** A revision as a producer sees it. Times are ISO 8601. `error` is a code and its numbers; the sentence is the catalogue's. */
export interface RevisionView {
  readonly id: string;
  readonly number: number;
  readonly origin: RevisionOrigin;
  readonly basedOnId: string | null;
  readonly urgency: Urgency;
  readonly attempt: number;
  readonly state: Revision['state'];
  readonly step: Revision['step'];
  readonly steps: readonly StepView[];
  readonly progress: number | null;
  readonly error: { readonly code: string; readonly params: Record<string, string | number> } | null;
  readonly originalName: string;
  /** Of the recording as it was sent; null until it has been decoded. */
  readonly recordingMs: number | null;
  /** Of the finished sound; while there is none, of the recording as far as it is known. */
  readonly durationMs: number | null;
  readonly tracks: readonly RecordingTrack[];
  /** The file that is announced first; of a file that was taken over as it is, that may be an M4A or a film. */
  readonly mp3: RenditionView | null;
  /** All files of it, the MP3 too. */
  readonly files: readonly FileView[];
  readonly report: SoundReport | null;
  readonly waveform: SoundWaveform | null;
  /** What was asked of the sound when it was planned; null before. */
  readonly order: StoredOrder | null;
  /** Of what the finished sound consists; null before it was planned. */
  readonly timeline: Timeline | null;
  readonly summary: SoundSummary | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly releasedAt: string | null;
  readonly replacedAt: string | null;
}

export interface UploadView {
  readonly id: string;
  readonly fileName: string;
  readonly totalBytes: number;
  readonly receivedBytes: number;
  readonly state: Upload['state'];
}

export interface RecordingView {
  readonly recordingId: string;
  readonly upload: UploadView | null;
  /** Newest first. */
  readonly revisions: readonly RevisionView[];
}

/** `revision.renditions` must be loaded. */
export function toRevisionView(revision: Revision): RevisionView {
  const { id, number, origin, basedOnId, urgency, attempt, state, step, originalName, durationMs, tracks } = revision;
  const report = revision.report as SoundReport | null;
  const plan = revision.plan as RenderPlan | null;
  const files = (revision.renditions ?? []).map(toFileView);
  const mp3 = pickEnclosure(files);
  return {
    ...{
      id,
      number,
      origin,
      basedOnId,
      urgency,
      attempt,
      state,
      step,
      originalName,
      durationMs,
      tracks,
      report,
      files,
    },
    steps: toStepViews(revision),
    progress: wholeProgress(revision),
    error: revision.errorCode ? { code: revision.errorCode, params: revision.errorParams } : null,
    recordingMs: report?.before?.durationMs ?? null,
    mp3: mp3 ? { key: mp3.key, bytes: mp3.bytes, durationMs: mp3.durationMs } : null,
    waveform: revision.waveform as SoundWaveform | null,
    order: revision.order['sound'] ? (revision.order as unknown as StoredOrder) : null,
    timeline: plan?.timeline ?? null,
    summary: plan && report ? toSummary(plan, report) : null,
    createdAt: revision.createdAt.toISOString(),
    startedAt: toIso(revision.startedAt),
    finishedAt: toIso(revision.finishedAt),
    releasedAt: toIso(revision.releasedAt),
    replacedAt: toIso(revision.replacedAt),
  };
}

function toFileView({ kind, key, mime, bytes, durationMs, bitrate, sha256 }: Rendition): FileView {
  return { kind, key, mime, bytes, durationMs, bitrate, sha256 };
}

function toSummary({ mode, targetLufs }: RenderPlan, { before, after, findings = [] }: SoundReport): SoundSummary {
  const problems = findings.filter(({ weight }) => weight === 'problem');
  return {
    ...{ mode, targetLufs },
    beforeLufs: before?.asHeardLufs ?? null,
    afterLufs: after?.asHeardLufs ?? null,
    beforeRange: before?.loudnessRange ?? null,
    afterRange: after?.loudnessRange ?? null,
    problems: problems.length,
    mended: problems.filter(({ isMended }) => isMended).length,
  };
}

function toIso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}

export function toUploadView({ id, fileName, totalBytes, receivedBytes, state }: Upload): UploadView {
  return { id, fileName, totalBytes, receivedBytes, state };
}
