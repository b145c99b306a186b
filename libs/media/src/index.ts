import { Preview } from './preview/preview.entity.js';
import { Recording } from './recording/recording.entity.js';
import { Rendition } from './recording/rendition.entity.js';
import { Revision } from './recording/revision.entity.js';
import { Upload } from './upload/upload.entity.js';
import { StepTime } from './work/step-time.entity.js';
import { WorkerRow } from './work/worker.entity.js';

export const mediaEntities = [Upload, Recording, Revision, Rendition, Preview, StepTime, WorkerRow];
export { Preview, Recording, Rendition, Revision, Upload };
export type { PreviewState } from './preview/preview.entity.js';
export type { RecordingTrack } from './recording/recording-track.js';
export { type RenditionKind, renditionKinds } from './recording/rendition.entity.js';
export type { RevisionOrigin, Step, Urgency, WorkState } from './recording/revision.entity.js';
export type { UploadPurpose, UploadState } from './upload/upload.entity.js';

export { adoptFile, type ForeignFile, storeForeignFile, type StoredForeignFile } from './adopt/adopt.js';
export { type EnclosureKind, enclosureKindOf, enclosureKinds, pickEnclosure } from './adopt/adopt.plan.js';
export { imageWidths } from './image/cover.plan.js';
export { CoverNotRaster, CoverNotSquare, CoverTooSmall, ImageTooLarge } from './image/image.error.js';
export { eraseImage, imageKey, ImagesService, type StoredImage } from './image/images.service.js';

export { type CollectDeps, collectLeftovers } from './recording/collect-leftovers.js';
export { MediaEraser } from './recording/eraser.js';
export type {
  AskingRevision,
  OrderChapter,
  OrderFor,
  OrderOutputs,
  OrderPiece,
  OrderTags,
  RenderOrder,
  StoredOrder,
  StoredPiece,
} from './recording/render-order.js';
export {
  type AssetFact,
  assetFailed,
  assetReady,
  fileTagged,
  progressChannel,
  type ProgressMessage,
  type RenditionFact,
  renditionReady,
} from './recording/recording.facts.js';
export { type BatchCount, BatchesService } from './recording/batches.service.js';
export { type Job, RecordingsService } from './recording/recordings.service.js';
export type {
  FileView,
  RecordingView,
  RenditionView,
  RevisionView,
  SoundSummary,
  UploadView,
} from './recording/recording.view.js';
export { type RenderAsked, RevisionsService } from './recording/revisions.service.js';
export type {
  AlternateState,
  MediaNote,
  SoundReport,
  SoundWaveform,
  WaveformOverview,
} from './recording/sound-report.js';
export { TracksService } from './recording/tracks.service.js';
export { type WaveformDetail, WaveformsService } from './recording/waveforms.service.js';
export { hasWords, saysWhat } from './recording/file-words.plan.js';
export { type PreviewAsked, PreviewsService, type PreviewView } from './preview/previews.service.js';
export { releaseFile } from './recording/release-file.js';
export { addRecording, type StepPayload } from './recording/revision.writes.js';
export { type StepView, steps, type WorkStep } from './recording/revision.state.js';

export {
  DigestDiffers,
  QuotaExceeded,
  TooManyTracks,
  UploadLocked,
  UploadTooLarge,
  UploadUnfinished,
} from './upload/upload.error.js';
export { hashFile } from './upload/hash.js';
export { Staging } from './upload/staging.js';
export { type UploadFinished, uploadFinished } from './upload/upload.facts.js';
export { type UploadForm, type UploadLimits, UploadsService } from './upload/uploads.service.js';

export type { StoredProbe } from './pipeline/probe.handler.js';
export { makeMediaHandlers } from './pipeline/media.handlers.js';
export { mediaSubscriptions } from './pipeline/media.subscriptions.js';
export type { PipelineDeps } from './pipeline/pipeline.deps.js';
export { Reconciler } from './pipeline/reconciler.js';
export { mediaJobs } from './pipeline/step.jobs.js';
export { onAlternateParked } from './alternate/alternate.handler.js';
export { onPreviewParked } from './preview/preview.handler.js';
export { onTagParked } from './pipeline/tag.handler.js';
export { tagWork, type WantedWords } from './pipeline/tag-work.js';
export { WorkFolders } from './pipeline/work-folder.js';

export type { Estimate } from './work/estimate.plan.js';
export { type Batch, type WorkOutlook, WorkService } from './work/work.service.js';
export { SignOfLife, signMs, type WorkerHealth } from './work/workers.js';
