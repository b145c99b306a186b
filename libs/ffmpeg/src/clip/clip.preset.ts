import type { CommandInput, MediaCommand } from '../run/command.js';
import type { AudioClipJob, ClipRange, VideoClipJob } from './clip-job.js';

/** Pictures a second: what networks expect, and smooth enough for a mark that moves 1,080 px in half a minute. */
const rate = 25;
/** So that neither edge clicks. */
const fadeSeconds = 0.01;
/** Drawing needs more of the processor than sound does: limits count this many times the length. */
const drawingCost = 24;

/** An MP3 of 128 kbit/s with the loudness of the finished sound; 120 s are 1.92 MB (`ux` 2.5). */
export function toAudioClipCommand(job: AudioClipJob): MediaCommand {
  const durationMs = job.endMs - job.startMs;
  return {
    what: 'audio clip',
    inputs: [toSource(job)],
    graph: `[0:a:0]${soundFilters(durationMs, 0)}[a]`,
    outputOptions: ['-map', '[a]', '-c:a', 'libmp3lame', '-b:a', '128k', '-map_metadata', '-1', ...exact],
    format: 'mp3',
    durationMs,
  };
}

/** Bare samples, mono, 8 kHz: enough to see how loud it is. */
export function toPeaksCommand(job: AudioClipJob): MediaCommand {
  return {
    what: 'clip peaks',
    inputs: [toSource(job)],
    outputOptions: ['-map', '0:a:0', '-ac', '1', '-ar', '8000', '-c:a', 'pcm_s16le'],
    format: 's16le',
    durationMs: job.endMs - job.startMs,
  };
}

/** @param captionList a file that names the captions with their lengths (`toCaptionList`); undefined: there are none. */
export function toVideoClipCommand(job: VideoClipJob, captionList: string | undefined): MediaCommand {
  const soundMs = job.endMs - job.startMs;
  const durationMs = soundMs + (job.end?.durationMs ?? 0);
  const inputs: CommandInput[] = [toSource(job), still(job.background)];
  const add = (input: CommandInput) => inputs.push(input) - 1;
  const steps = [
    `[1:v]format=yuv420p,${held(durationMs)}[base]`,
    ...filmSteps(job),
    ...waveSteps(job, soundMs, add),
    ...captionSteps(job, captionList, add),
    ...endSteps(job, durationMs, soundMs, add),
    `[0:a:0]${soundFilters(soundMs, durationMs - soundMs)}[a]`,
  ];
  return {
    what: 'video clip',
    inputs,
    graph: chain(steps),
    outputOptions: [
      ...['-map', '[picture]', '-map', '[a]'],
      // The quality is even; the rate is bounded so that two minutes stay below 60 MB.
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '21', '-maxrate', '3600k', '-bufsize', '7200k'],
      ...['-profile:v', 'high', '-pix_fmt', 'yuv420p', '-r', String(rate), '-g', String(rate * 2), '-threads:v', '2'],
      ...['-c:a', 'aac', '-b:a', '128k', '-ar', '48000', '-t', toSeconds(durationMs)],
      ...['-movflags', '+faststart', '-map_metadata', '-1', ...exact],
    ],
    format: 'mp4',
    durationMs,
    skippedMs: durationMs * drawingCost,
    mostFileBytes: 80 * 1024 ** 2,
  };
}

/** The list that the concat reader takes: each picture with its length, the last one named twice, as it asks for. */
export function toCaptionList(stills: readonly { file: string; durationMs: number }[]): string {
  const lines = stills.map(({ file, durationMs }) => `file '${quote(file)}'\nduration ${toSeconds(durationMs)}`);
  return `ffconcat version 1.0\n${lines.join('\n')}\nfile '${quote(stills.at(-1)!.file)}'\n`;
}

/** The same input gives the same bytes: no dates, no versions of libraries. */
const exact = ['-fflags', '+bitexact', '-flags', '+bitexact'];

function toSource({ source, startMs, endMs }: AudioClipJob): CommandInput {
  return { path: source, options: ['-ss', toSeconds(startMs), '-t', toSeconds(endMs - startMs)] };
}

function still(path: string): CommandInput {
  return { path, formats: ['png_pipe'], options: ['-f', 'png_pipe', '-framerate', String(rate)] };
}

/** One picture for as long: decoded once. */
function held(durationMs: number): string {
  return `loop=loop=-1:size=1,setpts=N/(${rate}*TB),fps=${rate},trim=duration=${toSeconds(durationMs)}`;
}

function soundFilters(soundMs: number, afterMs: number): string {
  const out = Math.max(0, soundMs / 1000 - fadeSeconds).toFixed(3);
  const fades = `asetpts=N/SR/TB,afade=t=in:d=${fadeSeconds},afade=t=out:st=${out}:d=${fadeSeconds}`;
  return afterMs > 0 ? `${fades},apad=whole_dur=${toSeconds(soundMs + afterMs)}` : fades;
}

/** Each step that ends in `[picture]` draws on what the one before it has drawn. */
function chain(steps: readonly string[]): string {
  let last = 'base';
  let count = 0;
  return steps
    .map((step) => {
      if (!step.includes('[under]')) return step;
      const next = `p${(count += 1)}`;
      const named = step.replace('[under]', `[${last}]`).replace('[picture]', `[${next}]`);
      last = next;
      return named;
    })
    .concat(`[${last}]format=yuv420p[picture]`)
    .join(';');
}

function filmSteps({ film }: VideoClipJob): string[] {
  if (!film) return [];
  const { x, y, width, height } = film;
  const fit = `scale=w=${width}:h=${height}:force_original_aspect_ratio=decrease:force_divisible_by=2,setsar=1`;
  return [
    `[0:v:0]setpts=PTS-STARTPTS,fps=${rate},${fit},format=yuv420p[film]`,
    `[under][film]overlay=x=${x}+(${width}-w)/2:y=${y}+(${height}-h)/2:eof_action=repeat[picture]`,
  ];
}

/** The heard part is uncovered evenly from left to right: the mark moves, the bars stand still. */
function waveSteps({ wave }: VideoClipJob, soundMs: number, add: (input: CommandInput) => number): string[] {
  if (!wave) return [];
  const [idle, played] = [add(still(wave.idle)), add(still(wave.played))];
  const strip = `format=yuv420p,${held(soundMs + 1000)}`;
  return [
    `[${idle}:v]${strip}[idle]`,
    `[${played}:v]${strip}[played]`,
    `[idle][played]xfade=transition=wiperight:duration=${toSeconds(soundMs)}:offset=0[wave]`,
    `[under][wave]overlay=x=${wave.x}:y=${wave.y}:eof_action=repeat[picture]`,
  ];
}

function captionSteps(
  { captions }: VideoClipJob,
  list: string | undefined,
  add: (input: CommandInput) => number,
): string[] {
  if (!captions || !list) return [];
  // The list names files by their whole paths, which `-safe 1` refuses; it is ours.
  const options = ['-f', 'concat', '-safe', '0'];
  const input = add({ path: list, formats: ['concat', 'png_pipe'], options });
  return [
    `[${input}:v]format=yuva420p,fps=${rate}[words]`,
    `[under][words]overlay=x=${captions.x}:y=${captions.y}:eof_action=pass[picture]`,
  ];
}

function endSteps(
  { end }: VideoClipJob,
  durationMs: number,
  soundMs: number,
  add: (input: CommandInput) => number,
): string[] {
  if (!end) return [];
  const from = toSeconds(soundMs);
  return [
    `[${add(still(end.file))}:v]format=yuv420p,${held(durationMs)}[end]`,
    `[under][end]overlay=x=0:y=0:enable='gte(t,${from})'[picture]`,
  ];
}

function quote(path: string): string {
  return `file:${path}`.replaceAll("'", String.raw`'\''`);
}

function toSeconds(ms: ClipRange['startMs']): string {
  return (ms / 1000).toFixed(3);
}
