import { readFileSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseFile } from 'music-metadata';
import { analyse } from '../analyse/analyse.js';
import { onlyTrack } from '../order/source.js';
import { usualOrder } from '../order/sound-order.js';
import { extractCover } from '../probe/extract-cover.js';
import { probe } from '../probe/probe.js';
import { decoded, everyFfmpeg, recording, runTool, workFolder } from '../test-media.js';
import { verify } from '../verify/verify.js';
import type { OutputKind } from './encoder.preset.js';
import { mux } from './mux.js';
import { packHls } from './pack-hls.js';
import { readStreams } from './read-streams.js';
import { renderVideo } from './render-video.js';
import { planRender } from './render.plan.js';
import { render } from './render.js';
import { canKeepVideo, videoKindOf } from './video.plan.js';

const folder = await workFolder();
const at = (name: string) => join(folder, name);
const [[, tools]] = (await everyFfmpeg()) as [Awaited<ReturnType<typeof everyFfmpeg>>[0]];

async function plan(file: string) {
  const sources = { recording: onlyTrack(file, await probe(tools, file)) };
  return { sources, plan: planRender({ recording: await analyse(tools, sources.recording) }, usualOrder) };
}

describe.each<OutputKind>(['mp3', 'm4a', 'opus'])('a finished %s', (kind) => {
  const tags = {
    ...{
      title: 'Où est l’été ? = ; # \\ “日本語” 🎙',
      artist: 'Zoé & Jean',
      album: 'Rencontres',
      albumArtist: 'Équipe',
    },
    ...{ date: '2026-11-22', track: '7', language: 'fra', copyright: 'CC BY 4.0' },
  };
  const chapters = [
    { startMs: 0, title: 'Début' },
    { startMs: 2500, title: 'L’archive; partie = 2' },
  ];
  const [bare, tagged, retagged] = [at(`bare.${kind}`), at(`tagged.${kind}`), at(`retagged.${kind}`)];
  const source = recording('archives-042.mp3');

  it('keeps its promises', async () => {
    const made = await plan(source);
    await render(tools, { ...made, output: bare, kind });
    const verified = await verify(tools, bare, made.plan, kind);
    expect(verified.checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(Math.abs(verified.report.asHeardLufs + 16)).toBeLessThanOrEqual(0.3);
    expect(Math.abs(verified.durationMs - made.plan.durationMs)).toBeLessThanOrEqual(30);
  });

  it('says to another reader what it was told, and sounds the same', async () => {
    const found = await probe(tools, source);
    await extractCover(tools, source, found, at('front.jpg'));
    const files = { file: bare, coverFile: at('front.jpg'), output: tagged };
    await mux(tools, { ...files, durationMs: 6000, tags, chapters, kind });
    const { common, format } = await parseFile(tagged, { includeChapters: kind === 'mp3' });
    expect(common).toMatchObject({ title: tags.title, artist: tags.artist, album: tags.album });
    expect(common).toMatchObject({ albumartist: tags.albumArtist, copyright: tags.copyright, track: { no: 7 } });
    expect(common.year).toBe(2026);
    const [picture] = common.picture ?? [];
    expect(Buffer.from(picture!.data).equals(await readFile(at('front.jpg')))).toBe(true);
    if (kind !== 'm4a') expect(picture!.type).toBe('Cover (front)');
    if (kind === 'mp3') {
      expect(format.tagTypes).toEqual(['ID3v2.3']);
      expect(format.chapters?.map(({ title, start }) => [title, start])).toEqual([
        ['Début', 0],
        ['L’archive; partie = 2', 2.5],
      ]);
    }
    const read = await probe(tools, tagged);
    expect(read.chapters).toEqual(chapters);
    expect(read.tags.language).toBe('fra');
    expect(read.cover).toMatchObject({ width: 320, height: 320 });
    expect(decoded(tools, tagged).equals(decoded(tools, bare))).toBe(true);
  });

  it('is told something else later without touching its sound', async () => {
    await mux(tools, { file: tagged, durationMs: 6000, tags: { title: 'Neu' }, output: retagged, kind });
    const { tags: read, chapters: left, cover } = await probe(tools, retagged);
    expect([read.title, read.artist, left, cover]).toEqual(['Neu', undefined, [], null]);
    expect(decoded(tools, retagged).equals(decoded(tools, bare))).toBe(true);
    expect((await readdir(folder)).filter((name) => /part|ffmetadata|gain/.test(name))).toEqual([]);
  });
});

describe('a recording with pictures', () => {
  const film = at('film.mp4');
  const webm = at('film.webm');

  beforeAll(() => {
    // The sound begins 0.3 s after the pictures, and a click marks 2 s.
    const pictures = ['-f', 'lavfi', '-i', 'testsrc2=size=160x90:rate=25:duration=12'];
    const speech = [
      '-itsoffset',
      '0.3',
      '-i',
      recording('MNC-087-jean-tremblay-FINAL2.flac'),
      '-map',
      '0:v',
      '-map',
      '1:a',
    ];
    const make = (...options: string[]) =>
      runTool(tools.ffmpeg, ['-v', 'error', '-y', ...pictures, ...speech, '-t', '12', '-g', '50', ...options]);
    make('-c:v', 'libx264', '-bf', '2', '-c:a', 'aac', '-movflags', '+faststart', film);
    make('-c:v', 'libvpx', '-b:v', '200k', '-c:a', 'libopus', webm);
  });

  const pictureHash = (file: string) =>
    runTool(tools.ffmpeg, ['-v', 'error', '-i', file, '-map', '0:V:0', '-c', 'copy', '-f', 'streamhash', '-']).stdout;

  it.each([
    ['mp4', film],
    ['webm', webm],
  ])('keeps them as they are beside its repaired sound: %s', async (kind, file) => {
    const made = await plan(file);
    const output = at(`out.${kind}`);
    expect(canKeepVideo(made.plan)).toBe(true);
    expect(await renderVideo(tools, { ...made, output })).toBe(kind);
    // A sum of every packet's bytes.
    if (kind === 'webm') expect(pictureHash(output)).toBe(pictureHash(file));
    const found = await probe(tools, output);
    expect(found).toMatchObject({ hasVideo: true, videoWidth: 160, channels: made.plan.channels === 'mono' ? 1 : 2 });
    const verified = await verify(tools, output, made.plan, kind as 'mp4' | 'webm');
    expect(verified.checks.filter(({ passed }) => !passed)).toEqual([]);
    const [before, after] = await Promise.all([readStreams(tools, file), readStreams(tools, output)]);
    expect(Math.abs(after.soundLeadMs - before.soundLeadMs)).toBeLessThanOrEqual(40);
    expect(Math.abs(after.durationMs - before.durationMs)).toBeLessThanOrEqual(100);
    expect(lagMs(file, output)).toBeLessThanOrEqual(10);
  });

  /** How far the sound has moved against the film's own clock, by the best fit of the two. */
  function lagMs(first: string, second: string): number {
    const [a, b] = [first, second].map((file) => envelope(file)) as [Float64Array, Float64Array];
    const fits = Array.from({ length: 201 }, (_, shift) => {
      let sum = 0;
      for (let i = 200; i < 10_000; i += 1) sum += a[i]! * (b[i + shift - 100] ?? 0);
      return sum;
    });
    return Math.abs(fits.indexOf(Math.max(...fits)) - 100);
  }

  /** Change of level per millisecond of the film's clock: silence is put before sound that begins later. */
  function envelope(file: string): Float64Array {
    const args = ['-v', 'error', '-i', file, '-map', '0:a:0', '-af', 'aresample=48000:async=1:first_pts=0', '-ac', '1'];
    runTool(tools.ffmpeg, ['-y', ...args, '-f', 's16le', at('clock.pcm')]);
    const bytes = readFileSync(at('clock.pcm'));
    const levels = new Float64Array(Math.floor(bytes.length / 96));
    for (let i = 0; i < levels.length * 48; i += 1) levels[Math.floor(i / 48)]! += Math.abs(bytes.readInt16LE(i * 2));
    return levels.map((value, i) => Math.log(value + 50) - Math.log((levels[i - 1] ?? value) + 50));
  }
  it('is cut into segments that players fetch one by one', async () => {
    const made = await plan(film);
    await renderVideo(tools, { ...made, output: at('hls.mp4') });
    const pack = await packHls(tools, { file: at('hls.mp4'), folder: at('segments') });
    expect(pack.files.slice(0, 3)).toEqual(['index.m3u8', 'init.mp4', '00000.m4s']);
    expect((await readdir(at('segments'))).sort()).toEqual([...pack.files].sort());
    expect(Math.abs(pack.durationMs - 12_000)).toBeLessThanOrEqual(100);
    const playlist = await readFile(at('segments/index.m3u8'), 'utf8');
    for (const line of ['#EXT-X-PLAYLIST-TYPE:VOD', '#EXT-X-INDEPENDENT-SEGMENTS', '#EXT-X-ENDLIST'])
      expect(playlist).toContain(line);
    expect(playlist).not.toContain(folder);
  });

  it('that is cut or has no pictures is refused', async () => {
    const made = await plan(film);
    const [clip] = made.plan.timeline.clips;
    const cut = { ...made.plan, timeline: { clips: [{ ...clip!, startMs: 1000 }] } };
    const refusal = { code: 'PICTURES_NOT_KEPT', status: 422 };
    await expect(renderVideo(tools, { ...made, plan: cut, output: at('no.mp4') })).rejects.toMatchObject(refusal);
    const spoken = await plan(recording('trailer.wav'));
    await expect(renderVideo(tools, { ...spoken, output: at('no.mp4') })).rejects.toMatchObject(refusal);
    expect(videoKindOf({ hasVideo: true, videoCodec: 'wmv2' })).toBeNull();
  });
});
