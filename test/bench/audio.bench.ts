import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '#libs/config';
import { findFfmpeg } from '#libs/ffmpeg';
import { type Cost, costOf, median } from './process-cost.js';
import type { Row } from './table.js';

const recording = fileURLToPath(new URL('../../../test/recordings/MNC-087-jean-tremblay-FINAL2.flac', import.meta.url));
const job = fileURLToPath(new URL('./audio-job.js', import.meta.url));
const seconds = 600;
const rounds = 3;

/**
 * The whole audio job (probe, analyse, plan, render, tag, verify) against a plain encode of the same file:
 * ten minutes of speech, 48 kHz stereo WAV, the two in turn, medians.
 */
export async function benchAudio(): Promise<Row[]> {
  const { ffmpeg, version } = await findFfmpeg(readConfig());
  const folder = await mkdtemp(join(tmpdir(), 'estrade-bench-'));
  try {
    const wav = join(folder, 'ten-minutes.wav');
    makeWav(ffmpeg, wav);
    const floor: Cost[] = [];
    const ours: Cost[] = [];
    for (let round = 0; round < rounds; round += 1) {
      floor.push(
        await costOf(ffmpeg, [
          '-nostdin',
          '-y',
          '-i',
          wav,
          '-c:a',
          'libmp3lame',
          '-b:a',
          '128k',
          join(folder, 'floor.mp3'),
        ]),
      );
      ours.push(await costOf(process.execPath, [job, wav, folder]));
    }
    const ratio = (of: (cost: Cost) => number) => median(ours.map(of)) / median(floor.map(of));
    const note = `${seconds / 60} min of speech, ffmpeg ${version}, floor ${median(floor.map((c) => c.userSeconds)).toFixed(1)} s user`;
    return [
      {
        what: 'audio job / plain encode, user CPU',
        value: ratio((c) => c.userSeconds),
        unit: 'ratio',
        must: { atMost: 1.8 },
        note,
      },
      { what: 'audio job / plain encode, wall', value: ratio((c) => c.wallSeconds), unit: 'ratio' },
      { what: 'audio job, peak memory with ffmpeg', value: median(ours.map((c) => c.peakBytes)) / 1e6, unit: 'MB' },
      { what: 'plain encode, peak memory', value: median(floor.map((c) => c.peakBytes)) / 1e6, unit: 'MB' },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Stereo with a little difference between the sides, so that it is neither mono nor dual mono. */
function makeWav(ffmpeg: string, output: string): void {
  const wide = 'aresample=48000,pan=stereo|c0=c0|c1=c0,stereotools=slev=1:phase=10';
  const args = ['-nostdin', '-y', '-stream_loop', '-1', '-i', recording, '-t', String(seconds), '-af', wide];
  const made = spawnSync(ffmpeg, [...args, '-c:a', 'pcm_s16le', output], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
}
