import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { everyFfmpeg, noise, recording, runTool, toWav, workFolder, writeWav } from '../test-media.js';
import { extractCover } from './extract-cover.js';
import { probe } from './probe.js';

const folder = await workFolder();
const hum = (frame: number) => 0.3 * Math.sin(frame / 20);
const at = (name: string) => join(folder, name);

describe.each(await everyFfmpeg())('probe with ffmpeg %s', (_name, tools) => {
  it('reads a WAV with its tags', async () => {
    const found = await probe(tools, recording('trailer.wav'));
    expect(found).toMatchObject({
      container: 'wav',
      codec: 'pcm_s16le',
      sampleRate: 16000,
      channels: 1,
      bitsPerSample: 16,
      hasVideo: false,
      cover: null,
    });
    expect(found.tags).toMatchObject({ title: 'A short trailer', artist: 'Monday Night Conversations', date: '2026' });
    expect(found.durationMs).toBeGreaterThan(6000);
  });

  it('reads French tags and takes the cover out of an MP3', async () => {
    const found = await probe(tools, recording('archives-042.mp3'));
    expect(found.tags).toMatchObject({ title: 'Les archives retrouvées', track: '42', date: '2025-11-03' });
    expect(found).toMatchObject({
      hasVideo: false,
      isFloat: true,
      bitsPerSample: null,
      cover: { width: 320, height: 320 },
    });
    expect(await extractCover(tools, recording('archives-042.mp3'), found, at('cover.jpg'))).toEqual({
      path: at('cover.jpg'),
      mime: 'image/jpeg',
      width: 320,
      height: 320,
    });
  });

  it('tells a video from a cover', async () => {
    const found = await probe(tools, recording('talk-with-picture.mp4'));
    expect(found).toMatchObject({ hasVideo: true, videoWidth: 320, videoHeight: 180, codec: 'aac', cover: null });
    expect(await extractCover(tools, recording('talk-with-picture.mp4'), found, at('none.jpg'))).toBeNull();
  });

  it.each(['-y.wav', 'a:b%03d.wav', "quote' and space.wav"])('reads a file with the odd name %s', async (name) => {
    await copyFile(recording('trailer.wav'), at(name));
    expect((await probe(tools, at(name))).codec).toBe('pcm_s16le');
  });

  it('believes the header of a cut WAV', async () => {
    await writeFile(at('cut.wav'), toWav({ seconds: 4, sample: hum }).subarray(0, 100_000));
    expect((await probe(tools, at('cut.wav'))).durationMs).toBe(4000);
  });
});

describe.each(await everyFfmpeg())('hostile files with ffmpeg %s', (_name, tools) => {
  const victim = at('another-users-upload.wav');
  beforeAll(() => writeWav(victim, { seconds: 1, sample: hum }));

  const hls = (address: string) => `#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n${address}\n#EXT-X-ENDLIST\n`;
  it.each([
    ['an HLS playlist of a local file', hls('another-users-upload.wav')],
    ['an HLS playlist of an address', hls('http://127.0.0.1:9/a.mp3')],
    ['an ffconcat of a sibling', "ffconcat version 1.0\nfile 'another-users-upload.wav'\n"],
    ['an SDP', 'v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 9 RTP/AVP 0\n'],
    ['a text', 'Dear producer, please find the recording attached.\n'.repeat(400)],
    ['a web page', '<!doctype html><title>404</title><p>Not found'],
  ])('refuses %s named .mp3', async (_what, text) => {
    await writeFile(at('evil.mp3'), text);
    await expect(probe(tools, at('evil.mp3'))).rejects.toMatchObject({ code: 'NOT_AUDIO', status: 422 });
  });

  it('refuses noise', async () => {
    const next = noise(7);
    await writeFile(
      at('garbage.mp3'),
      Buffer.from(Array.from({ length: 60_000 }, () => Math.floor((next() + 1) * 128) & 255)),
    );
    await expect(probe(tools, at('garbage.mp3'))).rejects.toMatchObject({ code: 'NOT_AUDIO' });
  });

  it('refuses zero bytes', async () => {
    await writeFile(at('zero.wav'), '');
    await expect(probe(tools, at('zero.wav'))).rejects.toMatchObject({ code: 'EMPTY_FILE' });
  });

  it('refuses 64 channels', async () => {
    await writeWav(at('many.wav'), { seconds: 0.5, channels: 64, sample: hum });
    await expect(probe(tools, at('many.wav'))).rejects.toMatchObject({
      code: 'TOO_MANY_CHANNELS',
      params: { channels: 64, most: 8 },
    });
  });

  it('refuses a cover of 12,000 pixels without opening it', async () => {
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
    runTool(tools.ffmpeg, ['-v', 'error', '-y', '-i', victim, '-i', at('huge.png'), ...options, at('huge.mp3')]);
    const found = await probe(tools, at('huge.mp3'));
    await expect(extractCover(tools, at('huge.mp3'), found, at('huge-cover.png'))).rejects.toMatchObject({
      code: 'COVER_TOO_LARGE',
    });
  });

  it('refuses a picture', async () => {
    runTool(tools.ffmpeg, [
      '-v',
      'error',
      '-y',
      '-f',
      'lavfi',
      '-i',
      'testsrc2=size=64x64',
      '-frames:v',
      '1',
      at('picture.jpg'),
    ]);
    await expect(probe(tools, at('picture.jpg'))).rejects.toMatchObject({ code: 'NOT_AUDIO' });
  });

  it('refuses a video without sound', async () => {
    runTool(tools.ffmpeg, [
      '-v',
      'error',
      '-y',
      '-i',
      recording('talk-with-picture.mp4'),
      '-an',
      '-c',
      'copy',
      at('mute.mp4'),
    ]);
    await expect(probe(tools, at('mute.mp4'))).rejects.toMatchObject({ code: 'NO_AUDIO_TRACK' });
  });

  it('refuses a video whose index is lost', async () => {
    runTool(tools.ffmpeg, [
      '-v',
      'error',
      '-y',
      '-i',
      recording('talk-with-picture.mp4'),
      '-c',
      'copy',
      at('plain.mp4'),
    ]);
    await writeFile(at('lost.mp4'), (await readFile(at('plain.mp4'))).subarray(0, 20_000));
    await expect(probe(tools, at('lost.mp4'))).rejects.toMatchObject({ code: 'NOT_AUDIO' });
  });

  it('refuses what is longer than allowed', async () => {
    await expect(probe(tools, victim, { mostDurationMs: 500 })).rejects.toMatchObject({ code: 'TOO_LONG' });
  });

  it('refuses an MP3 that begins like another container', async () => {
    runTool(tools.ffmpeg, ['-v', 'error', '-y', '-i', victim, '-c:a', 'libmp3lame', at('in.mp3')]);
    const mp3 = await readFile(at('in.mp3'));
    await writeFile(at('two-faced.mp3'), Buffer.concat([Buffer.from('\x1a\x45\xdf\xa3', 'latin1'), mp3]));
    await expect(probe(tools, at('two-faced.mp3'))).rejects.toMatchObject({ code: 'NOT_AUDIO' });
  });
});
