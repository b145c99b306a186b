import type { Upload } from '../upload/upload.entity.js';
import type { Revision } from './revision.entity.js';
import { type StepView, toStepViews, wholeProgress } from './revision.state.js';

/** A finished file as it can be addressed and announced. */
export interface RenditionView {
  readonly key: string;
  readonly bytes: number;
  readonly durationMs: number;
}

/** A revision as a producer sees it. Times are ISO 8601. `error` is a code and its numbers; the sentence is the catalogue's. */
export interface RevisionView {
  readonly id: string;
  readonly number: number;
  readonly attempt: number;
  readonly state: Revision['state'];
  readonly step: Revision['step'];
  readonly steps: readonly StepView[];
  readonly progress: number | null;
  readonly error: { readonly code: string; readonly params: Record<string, string | number> } | null;
  readonly originalName: string;
  readonly durationMs: number | null;
  readonly mp3: RenditionView | null;
  readonly report: Record<string, unknown> | null;
  readonly waveform: Record<string, unknown> | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
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
  const { id, number, attempt, state, step, originalName, durationMs, report, waveform } = revision;
  const mp3 = revision.renditions?.find(({ kind }) => kind === 'mp3');
  return {
    ...{ id, number, attempt, state, step, originalName, durationMs, report, waveform },
    steps: toStepViews(revision),
    progress: wholeProgress(revision),
    error: revision.errorCode ? { code: revision.errorCode, params: revision.errorParams } : null,
    mp3: mp3 ? { key: mp3.key, bytes: mp3.bytes, durationMs: mp3.durationMs } : null,
    createdAt: revision.createdAt.toISOString(),
    startedAt: revision.startedAt?.toISOString() ?? null,
    finishedAt: revision.finishedAt?.toISOString() ?? null,
  };
}

export function toUploadView({ id, fileName, totalBytes, receivedBytes, state }: Upload): UploadView {
  return { id, fileName, totalBytes, receivedBytes, state };
}
