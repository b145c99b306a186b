import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { analyse } from '../analyse/analyse.js';
import type { Ffmpeg } from '../find/ffmpeg.js';
import { onlyTrack } from '../order/source.js';
import { probe } from '../probe/probe.js';
import { ebur128, everyFfmpeg, noise, recording, workFolder, writeWav } from '../test-media.js';
import { verify } from '../verify/verify.js';
import { planAgain } from '../verify/verify.plan.js';
import { mux } from './mux.js';
import { render } from './render.js';
import { type SoundOrder, usualOrder } from '../order/sound-order.js';
import { planRender } from './render.plan.js';

const folder = await workFolder();
const at = (name: string) => join(folder, name);
const { sin } = Math;
const order: SoundOrder = usualOrder;

/** Two bursts of a hum a second, as loud as speech. */
const bursts = (level: number) => (frame: number) =>
  frame % 24_000 < 16_000 ? level * sin(frame / 20) * sin(frame / 900) : 0;

async function publish(tools: Ffmpeg, file: string, more: Partial<SoundOrder> = {}) {
  const found = await probe(tools, file);
  const analysis = await analyse(tools, onlyTrack(file, found));
  const plan = planRender({ recording: analysis }, { ...order, ...more });
  await render(tools, { sources: { recording: onlyTrack(file, found) }, plan, output: at('bare.mp3') });
  await mux(tools, {
    file: at('bare.mp3'),
    durationMs: analysis.durationMs,
    tags: { title: 'Test' },
    output: at('final.mp3'),
  });
  return {
    analysis,
    plan,
    verification: await verify(tools, at('final.mp3'), plan),
    found: await probe(tools, at('final.mp3')),
  };
}

describe.each(await everyFfmpeg())('a recording published with ffmpeg %s', (_name, tools) => {
  it('may have hundreds of cuts', async () => {
    const cuts = Array.from({ length: 300 }, (_, i) => ({ startMs: i * 20 + 10, endMs: i * 20 + 20 }));
    const { verification, plan } = await publish(tools, recording('trailer.wav'), { cuts });
    expect(plan.timeline.clips).toHaveLength(301);
    expect(Math.abs(verification.durationMs - 3_440)).toBeLessThanOrEqual(30);
  }, 60_000);

  it.each([
    'MNC-087-jean-tremblay-FINAL2.flac',
    'rencontres-2026-foret-des-donnees.flac',
    'trailer.wav',
    'archives-042.mp3',
  ])(
    'makes %s as loud as asked, within its peaks and its length',
    async (name) => {
      const { verification, plan, analysis } = await publish(tools, recording(name));
      expect(verification).toMatchObject({ passed: true });
      expect(Math.abs(verification.report.asHeardLufs + 16)).toBeLessThanOrEqual(0.3);
      expect(Math.abs(plan.expected.lufs - verification.report.asHeardLufs)).toBeLessThanOrEqual(0.3);
      expect(verification.report.truePeakDbtp).toBeLessThanOrEqual(-1);
      expect(Math.abs(verification.durationMs - analysis.durationMs)).toBeLessThanOrEqual(30);
    },
    60_000,
  );

  it('agrees with a foreign meter about the finished file', async () => {
    const { verification } = await publish(tools, recording('trailer.wav'));
    const theirs = ebur128(tools, at('final.mp3'));
    expect(Math.abs(verification.report.integratedLufs - theirs.lufs)).toBeLessThanOrEqual(0.15);
    expect(Math.abs(verification.report.truePeakDbtp - theirs.truePeak)).toBeLessThanOrEqual(0.2);
  });

  it('says the exact size and hash', async () => {
    const { verification } = await publish(tools, recording('trailer.wav'));
    expect(verification.sizeBytes).toBe((await stat(at('final.mp3'))).size);
    expect(verification.sha256).toBe(
      createHash('sha256')
        .update(await readFile(at('final.mp3')))
        .digest('hex'),
    );
  });

  it('publishes mono as mono: 19 below on a plain meter, 16 as heard', async () => {
    const { verification, found } = await publish(tools, recording('trailer.wav'));
    expect(found).toMatchObject({ channels: 1, codec: 'mp3', sampleRate: 44100 });
    expect(Math.abs(verification.report.integratedLufs + 19)).toBeLessThanOrEqual(0.3);
  });

  it('pleases a literal meter with two equal sides', async () => {
    const { verification, found } = await publish(tools, recording('trailer.wav'), { monoAsStereo: true });
    expect(found.channels).toBe(2);
    expect(Math.abs(verification.report.integratedLufs + 16)).toBeLessThanOrEqual(0.3);
  });

  it('takes the sound of a video and nothing else', async () => {
    const { verification, found } = await publish(tools, recording('talk-with-picture.mp4'));
    expect(verification.passed).toBe(true);
    expect(found).toMatchObject({ hasVideo: false, cover: null, container: 'mp3' });
  });

  it('mixes 5.1 without a jump in loudness', async () => {
    const next = noise(11);
    const voice = bursts(0.2);
    await writeWav(at('surround.wav'), {
      seconds: 6,
      channels: 6,
      sample: (frame, channel) => (channel === 2 ? voice(frame) : 0.004 * next()),
    });
    const { verification, plan, found } = await publish(tools, at('surround.wav'));
    expect(plan.notes.map((note) => note.code)).toContain('MIXED_TO_STEREO');
    expect(found.channels).toBe(2);
    expect(verification.passed).toBe(true);
  });

  it('leaves near silence alone', async () => {
    const next = noise(5);
    await writeWav(at('quiet.wav'), { seconds: 3, sample: () => 0.0002 * next() });
    const { verification, plan, analysis } = await publish(tools, at('quiet.wav'));
    expect(plan.mode).toBe('leave');
    expect(verification.passed).toBe(true);
    expect(verification.report.truePeakDbtp).toBeLessThan(analysis.report.truePeakDbtp + 3);
  });

  it('does not move the sound in time', async () => {
    // A click at 1.5 s must stay there, also behind a limiter that works.
    const click = (frame: number) => (frame >= 72_000 && frame < 72_024 ? 0.9 : bursts(0.05)(frame));
    await writeWav(at('click.wav'), { seconds: 3, sample: click });
    const { analysis, verification } = await publish(tools, at('click.wav'));
    expect(verification.durationMs).toBe(analysis.durationMs);
    const bare = await analyse(tools, onlyTrack(at('final.mp3'), await probe(tools, at('final.mp3'))));
    const loudest = (peak: Float32Array) =>
      peak.indexOf(peak.reduce((most, value) => (value > most ? value : most), 0));
    expect(Math.abs(loudest(bare.bins.peak) - loudest(analysis.bins.peak))).toBeLessThanOrEqual(1);
  });

  it('tries again with a lower ceiling when the true peak is over', async () => {
    const file = recording('trailer.wav');
    const sources = { recording: onlyTrack(file, await probe(tools, file)) };
    const inputs = { recording: await analyse(tools, sources.recording) };
    const plan = { ...planRender(inputs, order), limitLinear: 1 };
    await render(tools, { sources, plan, output: at('over.mp3') });
    const first = await verify(tools, at('over.mp3'), plan);
    expect(first.checks.find((check) => check.name === 'truePeak')?.passed).toBe(false);
    const again = planAgain(plan, first, inputs)!;
    await render(tools, { sources, plan: again, output: at('over.mp3') });
    expect(await verify(tools, at('over.mp3'), again)).toMatchObject({ passed: true });
  });
});
