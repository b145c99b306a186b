import type { Ffmpeg } from '../find/ffmpeg.js';
import type { MediaCommand } from '../run/command.js';
import type { RenderPlan } from './plan.js';

/** The limiter looks this far ahead, in ms. */
const attackMs = 5;

/** Describes the render of a plan: the source's first audio stream to a bare CBR MP3, without tags. */
export function toRenderCommand(
  file: string,
  plan: RenderPlan,
  tools: Pick<Ffmpeg, 'hasLimiterLatency'>,
): MediaCommand {
  return {
    what: 'render',
    inputs: [{ path: file }],
    audioFilters: [
      // Floating point from the first filter on: 16-bit filters would clip what the limiter can still save.
      'aformat=sample_fmts=fltp',
      ...(plan.pans.recording ? [plan.pans.recording] : []),
      ...(plan.highpassHz ? [`highpass=f=${plan.highpassHz}`] : []),
      `aresample=${plan.sampleRate}`,
      ...gainFilter(plan),
      ...limiter(plan, tools.hasLimiterLatency),
      'aformat=sample_fmts=fltp',
    ],
    outputOptions: [
      // By name: a cover is a video stream, and the default choice would encode it.
      ...['-map', '0:a:0', '-vn', '-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1'],
      // CBR keeps seeking exact in simple players and is never declared too short.
      ...['-c:a', 'libmp3lame', '-b:a', `${plan.kbps}k`, '-id3v2_version', '0'],
    ],
    format: 'mp3',
    durationMs: plan.durationMs,
  };
}

/** The one place that tells the ways of treating the sound apart. */
function gainFilter(plan: RenderPlan): string[] {
  switch (plan.mode) {
    case 'linear':
      return [`volume=${plan.gainDb}dB:precision=float`];
    case 'levelled':
    case 'leave':
      return [];
  }
}

/** `level=false`, or it turns everything up to full scale. Builds without `latency` come 5 ms late, so those are cut off. */
function limiter(plan: RenderPlan, hasLatency: boolean): string[] {
  const base = `alimiter=limit=${plan.limitLinear}:attack=${attackMs}:release=60:level=false`;
  if (hasLatency) return [`${base}:latency=true`];
  const late = Math.floor((plan.sampleRate * attackMs) / 1000);
  return [`apad=pad_len=${late}`, base, `atrim=start_sample=${late}`, 'asetpts=PTS-STARTPTS'];
}
