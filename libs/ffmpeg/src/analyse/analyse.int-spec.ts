import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onlyTrack } from '../order/source.js';
import { probe } from '../probe/probe.js';
import { ebur128, everyFfmpeg, noise, recording, runTool, toWav, workFolder, writeWav } from '../test-media.js';
import { analyse } from './analyse.js';
import { decodeAnalysis, encodeAnalysis } from './analysis-file.js';

const folder = await workFolder();
const at = (name: string) => join(folder, name);
const { sin } = Math;
const hum = (frame: number) => 0.3 * sin(frame / 20);

describe.each(await everyFfmpeg())('analyse with ffmpeg %s', (_name, tools) => {
  const measure = async (file: string) => analyse(tools, onlyTrack(file, await probe(tools, file)));

  it.each([
    ['mono 44.1 kHz', ['-ac', '1', '-ar', '44100'], 'MNC-087-jean-tremblay-FINAL2.flac'],
    ['mono 48 kHz', ['-ac', '1', '-ar', '48000'], 'rencontres-2026-foret-des-donnees.flac'],
    ['stereo 44.1 kHz', ['-ar', '44100'], 'archives-042.mp3'],
    ['stereo 48 kHz in 24 bits', ['-ar', '48000', '-c:a', 'pcm_s24le'], 'archives-042.mp3'],
    ['stereo 96 kHz', ['-ar', '96000'], 'archives-042.mp3'],
  ])('agrees with ebur128 on %s', async (_what, options, name) => {
    const file = at('one.wav');
    runTool(tools.ffmpeg, ['-v', 'error', '-y', '-i', recording(name), '-map', '0:a', ...options, file]);
    const theirs = ebur128(tools, file);
    const { report } = await measure(file);
    // ebur128 prints one decimal.
    expect(Math.abs(report.integratedLufs - theirs.lufs)).toBeLessThanOrEqual(0.15);
    expect(Math.abs(report.truePeakDbtp - theirs.truePeak)).toBeLessThanOrEqual(0.2);
    expect(Math.abs(report.loudnessRange - theirs.range)).toBeLessThanOrEqual(1);
  });

  it('agrees with ebur128 on an MP3', async () => {
    const { report } = await measure(recording('archives-042.mp3'));
    expect(Math.abs(report.integratedLufs - ebur128(tools, recording('archives-042.mp3')).lufs)).toBeLessThanOrEqual(
      0.15,
    );
  });

  it('hears mono 3 dB louder than a plain meter reads it', async () => {
    const { report } = await measure(recording('trailer.wav'));
    // Not exactly 3.01: a few quiet blocks pass the gate now.
    expect(Math.abs(report.asHeardLufs - report.integratedLufs - 3.01)).toBeLessThan(0.1);
  });

  it('counts the samples of a file that ends early and says so', async () => {
    await writeFile(at('cut.wav'), toWav({ seconds: 4, sample: hum }).subarray(0, 44 + 96_000));
    expect(await measure(at('cut.wav'))).toMatchObject({ durationMs: 1000, declaredMs: 4000, isTruncated: true });
    const mp3 = await readFile(recording('archives-042.mp3'));
    await writeFile(at('cut.mp3'), mp3.subarray(0, mp3.length / 2));
    expect((await measure(at('cut.mp3'))).isTruncated).toBe(true);
  });

  it('finds equal sides, an empty side and real stereo', async () => {
    const next = noise(3);
    const shape = { seconds: 2, channels: 2 };
    await writeWav(at('same.wav'), { ...shape, sample: hum });
    await writeWav(at('right.wav'), { ...shape, sample: (frame, channel) => (channel === 0 ? 0 : hum(frame)) });
    await writeWav(at('both.wav'), { ...shape, sample: (frame) => hum(frame) + 0.02 * next() });
    expect(await measure(at('same.wav'))).toMatchObject({ channels: 2, isDualMono: true, emptyChannel: null });
    expect(await measure(at('right.wav'))).toMatchObject({ isDualMono: false, emptyChannel: 'left' });
    expect(await measure(at('both.wav'))).toMatchObject({ isDualMono: false, emptyChannel: null });
  });

  it('mixes 5.1 by an explicit pan', async () => {
    await writeWav(at('surround.wav'), {
      seconds: 1,
      channels: 6,
      sample: (frame, channel) => (channel === 2 ? hum(frame) : 0),
    });
    const analysis = await measure(at('surround.wav'));
    expect(analysis).toMatchObject({ channels: 2, isDualMono: true });
    expect(analysis.downmix).toContain('pan=stereo|c0=0.4142*c0+0.2929*c2');
    // The centre alone, at 0.29 on each side.
    expect(analysis.report.samplePeakDbfs).toBeCloseTo(20 * Math.log10(0.3 * 0.2929), 1);
  });

  it('counts what is clipped', async () => {
    await writeWav(at('hot.wav'), { seconds: 1, sample: (frame) => 3 * hum(frame) * 2 });
    expect((await measure(at('hot.wav'))).clippedSamples).toBeGreaterThan(1000);
  });

  it('reports progress that never falls and ends at 1', async () => {
    const told: number[] = [];
    const file = recording('MNC-087-jean-tremblay-FINAL2.flac');
    await analyse(tools, onlyTrack(file, await probe(tools, file)), { onProgress: (done) => told.push(done) });
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  it('stops at once when it is told to', async () => {
    const file = recording('MNC-087-jean-tremblay-FINAL2.flac');
    const stop = new AbortController();
    const running = analyse(tools, onlyTrack(file, await probe(tools, file)), {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    });
    await expect(running).rejects.toThrow('enough');
  });

  it('refuses more sound than allowed, whatever the file declared', async () => {
    const file = recording('trailer.wav');
    await expect(
      analyse(tools, onlyTrack(file, await probe(tools, file)), { mostDurationMs: 2000 }),
    ).rejects.toMatchObject({
      code: 'TOO_LONG',
    });
  });

  it('says that sound which cannot be decoded is damaged', async () => {
    const flac = await readFile(recording('rencontres-2026-foret-des-donnees.flac'));
    await writeFile(at('hollow.flac'), flac.subarray(0, 8300));
    const found = await probe(tools, recording('rencontres-2026-foret-des-donnees.flac'));
    await writeFile(at('hollow.wav'), toWav({ seconds: 0, sample: hum }));
    await expect(analyse(tools, onlyTrack(at('hollow.wav'), found))).rejects.toMatchObject({
      code: 'DAMAGED_AUDIO',
      status: 422,
    });
  });

  it('survives being stored', async () => {
    const analysis = await measure(recording('trailer.wav'));
    const again = decodeAnalysis(encodeAnalysis(analysis));
    expect(again).toEqual(analysis);
    expect(() => decodeAnalysis(encodeAnalysis(analysis).subarray(0, 2000))).toThrow(
      expect.objectContaining({ code: 'ANALYSIS_UNREADABLE' }),
    );
    expect(() => decodeAnalysis(Buffer.from('something else'))).toThrow(
      expect.objectContaining({ code: 'ANALYSIS_UNREADABLE' }),
    );
  });
});
