import { chmod, copyFile, readFile, readdir, truncate, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { EstradeError } from '#libs/kernel';
import { analyse } from '../analyse/analyse.js';
import type { Ffmpeg } from '../find/ffmpeg.js';
import { onlyTrack } from '../order/source.js';
import { usualOrder } from '../order/sound-order.js';
import { extractCover } from '../probe/extract-cover.js';
import { probe } from '../probe/probe.js';
import { planRender } from '../render/render.plan.js';
import { render } from '../render/render.js';
import { everyFfmpeg, noise, recording, runTool, toWav, workFolder } from '../test-media.js';
import { verify } from '../verify/verify.js';

const folder = await workFolder();
const at = (name: string) => join(folder, name);
/** Somebody else's words and sound on the same machine. */
const secret = 'EstradeSecret-5b1f';
const [secretText, secretSound] = [at('secret.txt'), at('another-users-upload.wav')];
const { sin } = Math;
const hum = (frame: number) => 0.3 * sin(frame / 20);
const tone = (seconds: number, channels = 1, rate = 48000) => toWav({ seconds, channels, rate, sample: hum });

let server: Server;
let port = 0;
const requests: string[] = [];

beforeAll(async () => {
  await writeFile(secretText, `${secret}\n`.repeat(50));
  await writeFile(secretSound, tone(2));
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end(tone(1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

const hls = (address: string) =>
  `#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n${address}\n#EXT-X-ENDLIST\n`;
const dash = (address: string) =>
  `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT10S"><Period><AdaptationSet mimeType="audio/mp4"><Representation id="a" bandwidth="128000"><BaseURL>${address}</BaseURL></Representation></AdaptationSet></Period></MPD>`;
const sdp = () =>
  `v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio ${port} RTP/AVP 0\na=rtpmap:0 PCMU/8000\n`;
const garbage = () => {
  const next = noise(7);
  return Buffer.from(Array.from({ length: 60_000 }, () => Math.floor((next() + 1) * 128) & 255));
};
const url = () => `http://127.0.0.1:${port}/secret.mp3`;

interface Case {
  readonly what: string;
  readonly name?: string;
  readonly bytes: () => Buffer | string;
  /** The codes with which it may end. */
  readonly code: string;
}

const playlists: Case[] = [
  { what: 'an HLS playlist of a local file', bytes: () => hls(secretSound), code: 'NOT_AUDIO' },
  { what: 'an HLS playlist of a local text', bytes: () => hls(`file://${secretText}`), code: 'NOT_AUDIO' },
  { what: 'an HLS playlist of a sibling', bytes: () => hls('another-users-upload.wav'), code: 'NOT_AUDIO' },
  { what: 'an HLS playlist of an address', bytes: () => hls(url()), code: 'NOT_AUDIO' },
  { what: 'an HLS playlist of a joined address', bytes: () => hls(`concat:${url()}|${secretText}`), code: 'NOT_AUDIO' },
  {
    what: 'an ffconcat of a sibling',
    bytes: () => `ffconcat version 1.0\nfile 'another-users-upload.wav'\n`,
    code: 'NOT_AUDIO',
  },
  {
    what: 'an ffconcat of an absolute path',
    bytes: () => `ffconcat version 1.0\nfile '${secretSound}'\n`,
    code: 'NOT_AUDIO',
  },
  { what: 'an ffconcat of an address', bytes: () => `ffconcat version 1.0\nfile '${url()}'\n`, code: 'NOT_AUDIO' },
  { what: 'a DASH manifest of an address', bytes: () => dash(url()), code: 'NOT_AUDIO' },
  { what: 'a DASH manifest of a local file', bytes: () => dash(`file://${secretSound}`), code: 'NOT_AUDIO' },
  { what: 'a PLS playlist', bytes: () => `[playlist]\nFile1=${url()}\nNumberOfEntries=1\n`, code: 'NOT_AUDIO' },
  { what: 'an SDP', bytes: sdp, code: 'NOT_AUDIO' },
  {
    what: 'an ASX redirect',
    bytes: () => `<asx version="3"><entry><ref href="${url()}"/></entry></asx>`,
    code: 'NOT_AUDIO',
  },
  { what: 'an ffmetadata file', bytes: () => `;FFMETADATA1\ntitle=x\n`, code: 'NOT_AUDIO' },
  { what: 'a subtitle', bytes: () => `1\n00:00:00,000 --> 00:00:10,000\n${url()}\n`, code: 'NOT_AUDIO' },
  {
    what: 'an SVG picture',
    bytes: () => `<svg xmlns="http://www.w3.org/2000/svg"><image href="file://${secretText}"/></svg>`,
    code: 'NOT_AUDIO',
  },
];

const broken: Case[] = [
  { what: 'zero bytes', bytes: () => '', code: 'EMPTY_FILE' },
  { what: 'noise', bytes: garbage, code: 'NOT_AUDIO' },
  { what: 'zeroes', bytes: () => Buffer.alloc(100_000), code: 'NOT_AUDIO' },
  { what: 'a WAV head and nothing else', bytes: () => tone(1).subarray(0, 44), code: 'DAMAGED_AUDIO|NOT_AUDIO' },
  { what: '64 channels', name: 'many.wav', bytes: () => tone(0.2, 64), code: 'TOO_MANY_CHANNELS' },
  { what: 'a sample rate of 0', name: 'none.wav', bytes: () => withRate(0), code: 'DAMAGED_AUDIO|NOT_AUDIO' },
];

function withRate(rate: number): Buffer {
  const wav = Buffer.from(tone(0.2));
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate * 2, 28);
  return wav;
}

describe.each(await everyFfmpeg())('a hostile file with ffmpeg %s', (_name, tools) => {
  /** The whole way of a recording; what is said on it is collected. */
  async function publish(file: string): Promise<{ durationMs: number; output: string }> {
    const found = await probe(tools, file);
    const track = onlyTrack(file, found);
    const analysis = await analyse(tools, track);
    const plan = planRender({ recording: analysis }, usualOrder);
    const output = at('published.mp3');
    await render(tools, { sources: { recording: track }, plan, output });
    const { durationMs } = await verify(tools, output, plan);
    return { durationMs, output };
  }

  const failureOf = async (file: string) =>
    publish(file).then(
      () => null,
      (error: unknown) => error,
    );

  it.each([...playlists, ...broken])('is refused in words: $what', async ({ name = 'evil.mp3', bytes, code }) => {
    await writeFile(at(name), bytes());
    const before = await readdir(folder);
    const failure = await failureOf(at(name));
    expect(failure).toBeInstanceOf(EstradeError);
    const error = failure as EstradeError;
    expect(code.split('|')).toContain(error.code);
    expect(error.status).toBe(422);
    // Neither the answer nor what goes to the log holds anything of another file.
    const said = [error.message, JSON.stringify(error.params), String(error.cause ?? '')].join('\n');
    expect(said).not.toContain(secret);
    expect(error.message).not.toContain(folder);
    expect((await readdir(folder)).sort()).toEqual(before.sort());
    expect(requests).toEqual([]);
  });

  it.each(['-y.wav', 'a:b%03d.wav', "quote' ; touch pwned.wav", 'concat:x|y.wav', '$(id).wav', 'http:.wav'])(
    'has an odd name and is only a file: %s',
    async (name) => {
      await copyFile(recording('trailer.wav'), at(name));
      expect((await publish(at(name))).durationMs).toBeGreaterThan(6000);
    },
  );

  it('is cut off: what is there is published and called short', async () => {
    const wav = tone(20);
    await writeFile(at('cut.wav'), wav.subarray(0, wav.length / 4));
    const found = await probe(tools, at('cut.wav'));
    expect(found.durationMs).toBe(20_000);
    const analysis = await analyse(tools, onlyTrack(at('cut.wav'), found));
    expect(analysis).toMatchObject({ isTruncated: true });
    expect(analysis.durationMs).toBeLessThan(5_010);
    expect(Math.abs((await publish(at('cut.wav'))).durationMs - analysis.durationMs)).toBeLessThanOrEqual(30);
  });

  it('changes its rate and its channels in the middle: counted samples are the truth', async () => {
    const halves = [
      ['-ar', '44100', '-ac', '2'],
      ['-ar', '22050', '-ac', '1'],
    ].map((options, index) => {
      const half = at(`half-${index}.mp3`);
      const input = ['-v', 'error', '-y', '-f', 'lavfi', '-i', 'sine=frequency=500:duration=6', ...options];
      runTool(tools.ffmpeg, [...input, '-b:a', '64k', '-write_xing', '0', '-id3v2_version', '0', half]);
      return half;
    });
    await writeFile(at('switch.mp3'), Buffer.concat(await Promise.all(halves.map((half) => readFile(half)))));
    const { durationMs } = await publish(at('switch.mp3'));
    expect(durationMs).toBeGreaterThan(9_000);
    expect(durationMs).toBeLessThan(13_000);
  });

  it('is longer than is accepted, and is given up while it is decoded whatever it declares', async () => {
    runTool(tools.ffmpeg, [
      ...['-v', 'error', '-y', '-f', 'lavfi', '-i', 'anullsrc=r=8000:cl=mono', '-t', '1200', '-c:a', 'flac'],
      at('endless.flac'),
    ]);
    const found = { ...(await probe(tools, at('endless.flac'))), durationMs: 1000 };
    const running = analyse(tools, onlyTrack(at('endless.flac'), found), { mostDurationMs: 60_000 });
    await expect(running).rejects.toMatchObject({ code: 'TOO_LONG', status: 422 });
  });

  it('declares a length it does not have: disk and time are not spent on the promise', async () => {
    const wav = Buffer.from(tone(1));
    wav.writeUInt32LE(0x7ffffff0, 40);
    await writeFile(at('boast.wav'), wav);
    const outcome = await publish(at('boast.wav')).catch((error: unknown) => error);
    // Either it is taken for what is there, or refused as too long; it is never waited for.
    if (outcome instanceof Error) expect(outcome).toMatchObject({ status: 422 });
    else expect((outcome as { durationMs: number }).durationMs).toBeLessThan(2_000);
  });

  it('has a cover of 12,000 pixels: the sound is published and the cover is refused unopened', async () => {
    const picture = ['-f', 'lavfi', '-i', 'color=c=red:s=12000x12000', '-frames:v', '1', '-compression_level', '1'];
    runTool(tools.ffmpeg, ['-v', 'error', '-y', ...picture, at('huge.png')]);
    const options = [
      '-map',
      '0:a',
      '-map',
      '1:v',
      '-c:a',
      'libmp3lame',
      '-c:v',
      'copy',
      '-disposition:v',
      'attached_pic',
    ];
    runTool(tools.ffmpeg, ['-v', 'error', '-y', '-i', secretSound, '-i', at('huge.png'), ...options, at('huge.mp3')]);
    const found = await probe(tools, at('huge.mp3'));
    await expect(extractCover(tools, at('huge.mp3'), found, at('cover.png'))).rejects.toMatchObject({
      code: 'COVER_TOO_LARGE',
    });
    expect((await publish(at('huge.mp3'))).durationMs).toBeGreaterThan(1_900);
  });

  it('names other media inside an MP4: they are not opened', async () => {
    runTool(tools.ffmpeg, ['-v', 'error', '-y', '-i', secretSound, '-c:a', 'aac', at('plain.m4a')]);
    // A data reference to a file outside: `url ` with a path instead of the mark "in this file".
    const bytes = await readFile(at('plain.m4a'));
    const reference = bytes.indexOf('url ', bytes.indexOf('dref'), 'latin1');
    expect(reference).toBeGreaterThan(0);
    bytes.writeUInt32BE(0, reference + 4);
    await writeFile(at('outside.m4a'), bytes);
    await publish(at('outside.m4a')).catch(() => undefined);
    expect(requests).toEqual([]);
  });
});

describe('a file that costs time', () => {
  it('has a head without end: reading it is given up', async () => {
    const [[, tools]] = (await everyFfmpeg()) as [[string, Ffmpeg]];
    await writeFile(at('hole.wav'), tone(1));
    await truncate(at('hole.wav'), 2_000_000_000);
    await expect(probe(tools, at('hole.wav'))).rejects.toMatchObject({ code: 'DAMAGED_AUDIO', status: 422 });
  });
});

describe('an ffmpeg that hangs', () => {
  it('is ended, and says so', async () => {
    await writeFile(at('hung'), '#!/bin/sh\nexec sleep 100\n');
    await chmod(at('hung'), 0o755);
    const [[, real]] = (await everyFfmpeg()) as [[string, Ffmpeg]];
    const file = recording('trailer.wav');
    const track = onlyTrack(file, await probe(real, file));
    const plan = planRender({ recording: await analyse(real, track) }, usualOrder);
    const tools = { ...real, ffmpeg: at('hung'), stallSeconds: 1 };
    const stalled = { code: 'MEDIA_COMMAND_STALLED', status: 500 };
    const job = { sources: { recording: track }, plan, output: at('never.mp3') };
    await expect(analyse(tools, track)).rejects.toMatchObject(stalled);
    await expect(render(tools, job)).rejects.toMatchObject(stalled);
    await expect(render(tools, { ...job, chunks: 2 })).rejects.toMatchObject(stalled);
    expect((await readdir(folder)).filter((name) => name.startsWith('never'))).toEqual([]);
  });
});
