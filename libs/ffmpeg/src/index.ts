export type { Analysis, Bins, LoudnessReport, Waveform } from './analyse/analysis.js';
export {
  CoverTooLarge,
  DamagedAudio,
  EmptyFile,
  FfmpegUnusable,
  MediaCommandFailed,
  MediaCommandTimedOut,
  NoAudioTrack,
  NotAudio,
  TooLong,
  TooManyChannels,
} from './error.js';
export type { Ffmpeg } from './find/ffmpeg.js';
export { type FfmpegChoice, findFfmpeg } from './find/find-ffmpeg.js';
export type { JobControl } from './job.js';
export { probe, type ProbeOptions } from './probe/probe.js';
export type { ExtractedCover, Probe, SourceChapter, SourceTags } from './probe/probe-result.js';
export type { LeavePlan, LinearPlan, PlanNote, RenderOrder, RenderPlan } from './render/render-order.js';
export type { Verification, VerificationCheck } from './verify/verification.js';
