import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { analyse } from '../analyse/analyse.js';
import type { Ffmpeg } from '../find/ffmpeg.js';
import { extractCover } from '../probe/extract-cover.js';
import { probe } from '../probe/probe.js';
import { ebur128, everyFfmpeg, noise, recording, workFolder, writeWav } from '../test-media.js';
import { verify } from '../verify/verify.js';
import { planAgain } from '../verify/verify.plan.js';
import { mux } from './mux.js';
import { render } from './render.js';
import type { RenderOrder } from './render-order.js';
import { planRender } from './render.plan.js';

const folder = await workFolder();
const at = (name: string) => join(folder, name);
const { sin, round } = Math;
const order: RenderOrder = { targetLufs: -16, preset: 'speech' };

/** Two bursts of a hum a second, as loud as speech. */
const bursts = (level: number) => (frame: number) =>
  frame % 24_000 < 16_000 ? level * sin(frame / 20) * sin(frame / 900) : 0;

/** Of every process, where the system shows them. */
async function commandLines(): Promise<string> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return lines.join('\n');
}

async function publish(tools: Ffmpeg, file: string, more: Partial<RenderOrder> = {}) {
  const found = await probe(tools, file);
  const analysis = await analyse(tools, file, found);
  const plan = planRender(analysis, { ...order, ...more });
  await render(tools, { file, plan, output: at('bare.mp3') });
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
    const { verification, found } = await publish(tools, recording('trailer.wav'), { literalMeter: true });
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
    const bare = await analyse(tools, at('final.mp3'), await probe(tools, at('final.mp3')));
    const loudest = (peak: Float32Array) =>
      peak.indexOf(peak.reduce((most, value) => (value > most ? value : most), 0));
    expect(Math.abs(loudest(bare.bins.peak) - loudest(analysis.bins.peak))).toBeLessThanOrEqual(1);
  });

  it('tries again with a lower ceiling when the true peak is over', async () => {
    const file = recording('trailer.wav');
    const plan = { ...planRender(await analyse(tools, file, await probe(tools, file)), order), limitLinear: 1 };
    await render(tools, { file, plan, output: at('over.mp3') });
    const first = await verify(tools, at('over.mp3'), plan);
    expect(first.checks.find((check) => check.name === 'truePeak')?.passed).toBe(false);
    const again = planAgain(plan, first)!;
    await render(tools, { file, plan: again, output: at('over.mp3') });
    expect(await verify(tools, at('over.mp3'), again)).toMatchObject({ passed: true });
  });
});

describe.each(await everyFfmpeg())('tags with ffmpeg %s', (_name, tools) => {
  const tags = {
    title: 'Où est passée l’été ? = ; # \\ “日本語” 🎙',
    artist: 'Zoé Lefèvre & Jean',
    album: 'Rencontres',
    albumArtist: 'Équipe',
    date: '2026-11-22',
    track: '7',
    language: 'fra',
    publisher: 'Éditions du Lac',
    comment: 'Ligne un\nLigne deux',
  };
  const chapters = [
    { startMs: 0, title: 'Début' },
    { startMs: 2500, title: 'L’archive; partie = 2' },
  ];

  it('come back as they were given, with chapters and the front cover, and the sound is untouched', async () => {
    const source = recording('archives-042.mp3');
    const cover = at('front.jpg');
    const found = await probe(tools, source);
    await extractCover(tools, source, found, cover);
    const plan = planRender(await analyse(tools, source, found), order);
    await render(tools, { file: source, plan, output: at('bare.mp3') });
    await mux(tools, {
      file: at('bare.mp3'),
      durationMs: plan.durationMs,
      tags,
      chapters,
      coverFile: cover,
      output: at('tagged.mp3'),
    });

    const read = await probe(tools, at('tagged.mp3'));
    const { publisher, ...rest } = tags;
    expect(read.tags).toMatchObject({ ...rest, publisher });
    expect(read.chapters).toEqual(chapters);
    expect(read.cover).toMatchObject({ width: 320, height: 320 });
    const bytes = await readFile(at('tagged.mp3'));
    expect(bytes.subarray(0, 4)).toEqual(Buffer.from([0x49, 0x44, 0x33, 3]));
    // APIC: the picture's type is 3, front cover.
    const picture = bytes.indexOf('image/jpeg\0', bytes.indexOf('APIC'), 'latin1');
    expect(bytes[picture + 11]).toBe(3);
    // Encoded as UTF-16 with its mark.
    expect(bytes.indexOf(Buffer.from('Où est', 'utf16le'))).toBeGreaterThan(0);
    expect((await analyse(tools, at('tagged.mp3'), read)).report).toEqual(
      (await analyse(tools, at('bare.mp3'), await probe(tools, at('bare.mp3')))).report,
    );
  });

  it('can be changed later without touching the sound, and leave nothing else behind', async () => {
    await mux(tools, { file: at('tagged.mp3'), durationMs: 6000, tags: { title: 'Neu' }, output: at('again.mp3') });
    expect((await probe(tools, at('again.mp3'))).tags.title).toBe('Neu');
    expect((await readdir(folder)).filter((name) => /part|ffmetadata/.test(name))).toEqual([]);
  });
});

describe.each(await everyFfmpeg())('a running render with ffmpeg %s', (_name, tools) => {
  const file = at('long.wav');
  beforeAll(() =>
    writeWav(file, { seconds: 90, channels: 2, sample: (frame, channel) => bursts(0.3 + 0.1 * channel)(frame) }),
  );
  const start = async () => ({
    file,
    plan: planRender(await analyse(tools, file, await probe(tools, file)), order),
    output: at('long.mp3'),
  });

  it('reports progress that never falls', async () => {
    const told: number[] = [];
    await render(tools, await start(), { onProgress: (done) => told.push(done) });
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(round(told.at(-1)! * 100)).toBeGreaterThanOrEqual(98);
  }, 60_000);

  it('stops when it is told to, leaves no process and no file', async () => {
    const job = { ...(await start()), output: at('stopped.mp3') };
    const stop = new AbortController();
    await expect(
      render(tools, job, { signal: stop.signal, onProgress: () => stop.abort(new Error('the user left')) }),
    ).rejects.toThrow('the user left');
    expect((await readdir(folder)).filter((name) => name.startsWith('stopped'))).toEqual([]);
    expect(await commandLines()).not.toContain(job.output);
  }, 60_000);

  it('does not even begin when it was told before', async () => {
    await expect(
      render(
        tools,
        { ...(await start()), output: at('never.mp3') },
        { signal: AbortSignal.abort(new Error('too late')) },
      ),
    ).rejects.toThrow('too late');
    expect((await readdir(folder)).filter((name) => name.startsWith('never'))).toEqual([]);
  }, 60_000);

  it('says what failed without showing it to the producer', async () => {
    const job = { ...(await start()), output: at('no/such/folder.mp3') };
    const failure = await render(tools, job).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'MEDIA_COMMAND_FAILED',
      status: 500,
      cause: expect.stringContaining('No such file'),
    });
    expect(String(failure)).not.toContain(folder);
  }, 60_000);
});
