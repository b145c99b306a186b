import type { Analysis } from '../analyse/analysis.js';
import { publishChannels, type PublishedChannels } from '../render/channels.plan.js';
import type { RenderPlan } from '../render/plan.js';
import type { TimeRange } from '../order/sound-order.js';
import { type Clip, type SourceName, type Timeline, toTimeline } from '../order/timeline.js';

/** A piece of the show's library in a plan. */
export interface PlanPiece {
  readonly analysis: Analysis;
  readonly fadeInMs: number;
  readonly fadeOutMs: number;
}

/** Everything a plan is computed from. */
export interface PlanInputs {
  readonly recording: Analysis;
  readonly intro?: PlanPiece | null;
  readonly outro?: PlanPiece | null;
}

/** A sound as arithmetic sees it: as heard, one value per 10 ms. */
export interface Sound {
  /** K-weighted mean square; mono counts twice. */
  readonly energy: Float32Array;
  readonly peak: Float32Array;
}

/** The clips of one source that follow each other: a piece, or the whole recording with its cuts. */
export interface Run extends Sound {
  readonly source: SourceName;
  readonly startMs: number;
  readonly endMs: number;
}

/** The finished sound before any gain, put together from the bins of its sources. */
export interface Programme extends Sound {
  readonly timeline: Timeline;
  readonly runs: readonly Run[];
  readonly channels: 'mono' | 'stereo';
  readonly pans: Readonly<Partial<Record<SourceName, string | null>>>;
  /** Tonality per 100 ms of the recording's run. */
  readonly tonality: Float32Array;
}

/** What is to be put together, and how it will be published. */
export interface ProgrammeWish {
  readonly timeline: Timeline;
  readonly monoAsStereo: boolean;
  readonly isHighpassed: boolean;
  readonly isAsSent: boolean;
}

const binMs = 10;

/** The timeline of a recording, its cuts and its pieces. */
export function planTimeline({ recording, intro, outro }: PlanInputs, cuts: readonly TimeRange[]): Timeline {
  const toUse = (piece?: PlanPiece | null) => piece && { ...piece, durationMs: piece.analysis.durationMs };
  return toTimeline(recording.durationMs, cuts, { intro: toUse(intro), outro: toUse(outro) });
}

/** The finished sound of a plan before any gain. */
export function programmeOf(inputs: PlanInputs, plan: RenderPlan): Programme {
  const { timeline, channels, highpassHz, mode } = plan;
  const wish = { monoAsStereo: channels === 'stereo', isHighpassed: highpassHz !== null, isAsSent: mode === 'leave' };
  return toProgramme(inputs, { timeline, ...wish });
}

/** Cuts and joins measurements as the render cuts and joins sound: no file is read again. */
export function toProgramme(inputs: PlanInputs, wish: ProgrammeWish): Programme {
  const { timeline, monoAsStereo, isHighpassed, isAsSent } = wish;
  const recording = publishChannels(inputs.recording, { channels: null, monoAsStereo, isHighpassed, isAsSent });
  // A piece follows the recording: an episode does not change from mono to stereo.
  const piece = (use: PlanPiece | null | undefined) =>
    use ? publishChannels(use.analysis, { channels: recording.channels, monoAsStereo, isHighpassed }) : undefined;
  const sources = { recording, intro: piece(inputs.intro), outro: piece(inputs.outro) };
  const energy = join(timeline.clips, sources, 'energy');
  const peak = join(timeline.clips, sources, 'peak');
  return {
    ...{ timeline, energy, peak },
    runs: toRuns(timeline.clips).map((run) => ({
      ...run,
      energy: energy.subarray(run.startMs / binMs, run.endMs / binMs),
      peak: peak.subarray(run.startMs / binMs, run.endMs / binMs),
    })),
    channels: recording.channels,
    pans: {
      recording: recording.pan,
      ...(sources.intro && { intro: sources.intro.pan }),
      ...(sources.outro && { outro: sources.outro.pan }),
    },
    tonality: cutTonality(inputs.recording, timeline.clips),
  };
}

/** The stretches of a timeline in which one source follows itself. */
export function toRuns(clips: readonly Clip[]): Pick<Run, 'source' | 'startMs' | 'endMs'>[] {
  const runs: { source: SourceName; startMs: number; endMs: number }[] = [];
  let at = 0;
  for (const { source, startMs, endMs } of clips) {
    const last = runs.at(-1);
    const end = at + endMs - startMs;
    if (last?.source === source) last.endMs = end;
    else runs.push({ source, startMs: at, endMs: end });
    at = end;
  }
  return runs;
}

function join(
  clips: readonly Clip[],
  sources: Partial<Record<SourceName, PublishedChannels>>,
  what: 'energy' | 'peak',
): Float32Array {
  const parts = clips.map(({ source, startMs, endMs }) =>
    sources[source]![what].subarray(startMs / binMs, endMs / binMs),
  );
  const joined = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function cutTonality({ bands }: Analysis, clips: readonly Clip[]): Float32Array {
  const own = clips.filter(({ source }) => source === 'recording');
  const ms = own.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
  const cut = new Float32Array(Math.ceil(ms / 100));
  let at = 0;
  for (const { startMs, endMs } of own) {
    const end = at + endMs - startMs;
    for (let block = Math.max(0, Math.ceil(at / 100 - 0.5)); block * 100 + 50 < end; block += 1) {
      cut[block] = bands.tonality[Math.floor((startMs + block * 100 + 50 - at) / 100)] ?? 0;
    }
    at = end;
  }
  return cut;
}
