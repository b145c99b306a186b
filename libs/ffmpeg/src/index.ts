export { analyse, type AnalyseControl } from './analyse/analyse.js';
export type { Analysis, Bands, Bins, ClippedPlace, Hum, LoudnessReport, Waveform } from './analyse/analysis.js';
export { decodeAnalysis, encodeAnalysis } from './analyse/analysis-file.js';
export { decodePeaks } from './analyse/waveform.js';
export type { AudioClipJob, ClipBox, ClipRange, ClipStill, VideoClipJob } from './clip/clip-job.js';
export { makeAudioClip, makeVideoClip } from './clip/make-clip.js';
export { readClipPeaks } from './clip/read-clip-peaks.js';
export {
  CoverTooLarge,
  DamagedAudio,
  EmptyFile,
  FfmpegUnusable,
  MediaCommandFailed,
  MediaCommandStalled,
  MediaCommandTimedOut,
  NoAudioTrack,
  NotAudio,
  PicturesNotKept,
  TooLong,
  TooManyChannels,
} from './error.js';
export type { Ffmpeg } from './find/ffmpeg.js';
export { type FfmpegChoice, findFfmpeg } from './find/find-ffmpeg.js';
export { type Finding, type FindingKind, findingKinds } from './findings/finding.js';
export { toFindings } from './findings/findings.plan.js';
export type { JobControl } from './job.js';
export type { PlanInputs, PlanPiece } from './level/programme.plan.js';
export { type Preset, presets, type SoundOrder, targets, type TimeRange, usualOrder } from './order/sound-order.js';
export { onlyTrack, type Sources, type Track } from './order/source.js';
export {
  type Clip,
  mapTime,
  type PieceUse,
  type SourceName,
  type Timeline,
  timelineMs,
  toTimeline,
  unmapTime,
} from './order/timeline.js';
export { extractCover } from './probe/extract-cover.js';
export { probe, type ProbeOptions } from './probe/probe.js';
export type { ExtractedCover, Probe, SourceChapter, SourceTags } from './probe/probe-result.js';
export type { Mp3Chapter, Mp3Tags } from './render/mp3-tags.js';
export { mux, type MuxJob } from './render/mux.js';
export type { OutputKind } from './render/encoder.preset.js';
export { type HlsJob, type HlsPack, packHls } from './render/pack-hls.js';
export { renderVideo, type VideoJob } from './render/render-video.js';
export { canKeepVideo, type VideoKind, videoKindOf } from './render/video.plan.js';
export { render, type RenderJob } from './render/render.js';
export type { GainStep, PlanNote, RenderPlan } from './render/plan.js';
export { expectedShortTerm } from './render/expected.plan.js';
export { forEncoder } from './render/encoder.plan.js';
export { judgeFindings } from './render/judge-findings.plan.js';
export { planRender } from './render/render.plan.js';
export { planTracks } from './render/tracks.plan.js';
export { slicePlan } from './render/slice.plan.js';
export { toGainCurve } from './render/curve.plan.js';
export type { Verification, VerificationCheck } from './verify/verification.js';
export { verify } from './verify/verify.js';
export { planAgain, withLowerPeaks } from './verify/verify.plan.js';
