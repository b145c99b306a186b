import { join } from 'node:path';
import type { Track } from '../order/source.js';
import { sourceFilters } from '../order/source.preset.js';
import { probe } from '../probe/probe.js';
import { findFfmpeg } from '../find/find-ffmpeg.js';
import { ebur128, runTool, workFolder, writeWav } from '../test-media.js';
import { analyse } from './analyse.js';

const folder = await workFolder();
const tools = await findFfmpeg({ production: false, allowOldFfmpeg: false });
const { sin, PI } = Math;
const sine = (hertz: number, rate: number) => (frame: number) => 0.2 * sin((2 * PI * hertz * frame) / rate);
const made = async (name: string, shape: Parameters<typeof writeWav>[1], more: Partial<Track> = {}): Promise<Track> => {
  const file = await writeWav(join(folder, name), shape);
  return { file, probe: await probe(tools, file), gainDb: 0, delayMs: 0, ...more };
};

// Adding sounds up as they are needs FFmpeg 4.4.
(tools.isOld ? describe.skip : describe)('several tracks', () => {
  it('are measured as they will sound together: at one rate, with their gain, each in its place', async () => {
    const tracks = [
      await made('host.wav', { seconds: 4, rate: 44100, sample: sine(440, 44100) }),
      await made('guest.wav', { seconds: 3, channels: 2, sample: sine(663, 48000) }, { gainDb: -6, delayMs: 2500 }),
    ];
    const analysis = await analyse(tools, tracks);
    expect(analysis).toMatchObject({
      sampleRate: 48000,
      channels: 2,
      durationMs: 5500,
      declaredMs: 5500,
      isTruncated: false,
    });
    const peakAt = (ms: number) => analysis.bins.plainPeak[ms / 10];
    expect(peakAt(1000)).toBeCloseTo(0.2, 2);
    expect(peakAt(2480)).toBeCloseTo(0.2, 2);
    expect(Math.max(...analysis.bins.plainPeak.slice(270, 390))).toBeCloseTo(0.2 + 0.1, 2);
    expect(peakAt(5000)).toBeCloseTo(0.1, 2);

    const together = join(folder, 'together.wav');
    const inputs = tracks.flatMap(({ file }) => ['-i', file]);
    runTool(tools.ffmpeg, [
      ...['-v', 'error', '-y', ...inputs, '-filter_complex', `${sourceFilters(tracks)}[out]`, '-map', '[out]'],
      ...['-c:a', 'pcm_f32le', together],
    ]);
    expect(Math.abs(analysis.report.integratedLufs - ebur128(tools, together).lufs)).toBeLessThanOrEqual(0.15);
  });

  it('keep 16 bits when only one is there, and lose them for a gain', async () => {
    const one = await made('one.wav', { seconds: 1, sample: sine(300, 48000) });
    const plain = await analyse(tools, [one]);
    const louder = await analyse(tools, [{ ...one, gainDb: 6 }]);
    expect(louder.report.integratedLufs - plain.report.integratedLufs).toBeCloseTo(6, 1);
    const later = await analyse(tools, [{ ...one, delayMs: 500 }]);
    expect(later).toMatchObject({ durationMs: 1500, isTruncated: false });
  });
});
