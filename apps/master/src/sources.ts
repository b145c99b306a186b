import {
  type Analysis,
  analyse,
  type Ffmpeg,
  onlyTrack,
  planTracks,
  probe,
  type Probe,
  type Track,
} from '#libs/ffmpeg';
import type { StepWatch } from './step-watch.js';

/** Files that sound together, opened: what was found in the first one, and each with its gain. */
export interface OpenedTracks {
  readonly found: Probe;
  readonly tracks: readonly Track[];
}

/** Probes the input and its further tracks; several are brought to one loudness before they are mixed. */
export async function openTracks(tools: Ffmpeg, files: readonly string[], watch: StepWatch): Promise<OpenedTracks> {
  const opened: Track[] = [];
  for (const file of files) opened.push(...(await openTrack(tools, file, watch)));
  const { probe: found } = opened[0]!;
  if (opened.length === 1) return { found, tracks: opened };
  const analyses: Analysis[] = [];
  for (const track of opened) analyses.push(await watch.run('analyse', (control) => analyse(tools, [track], control)));
  const gains = planTracks(analyses);
  return { found, tracks: opened.map((track, index) => ({ ...track, gainDb: gains[index]! })) };
}

/** An intro or outro: its one track and its measurement. */
export async function openPiece(
  tools: Ffmpeg,
  file: string | null | undefined,
  watch: StepWatch,
): Promise<{ tracks: readonly Track[]; analysis: Analysis } | null> {
  if (!file) return null;
  const tracks = await openTrack(tools, file, watch);
  return { tracks, analysis: await watch.run('analyse', (control) => analyse(tools, tracks, control)) };
}

function openTrack(tools: Ffmpeg, file: string, watch: StepWatch): Promise<readonly Track[]> {
  return watch.run('probe', async ({ signal }) => onlyTrack(file, await probe(tools, file, { signal })));
}
