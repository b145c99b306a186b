import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { analyse } from '../analyse/analyse.js';
import { extractCover } from '../probe/extract-cover.js';
import { onlyTrack } from '../order/source.js';
import { probe } from '../probe/probe.js';
import { everyFfmpeg, recording, workFolder } from '../test-media.js';
import { mux } from './mux.js';
import { render } from './render.js';
import { type SoundOrder, usualOrder } from '../order/sound-order.js';
import { planRender } from './render.plan.js';

const folder = await workFolder();
const at = (name: string) => join(folder, name);
const order: SoundOrder = usualOrder;

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
    const plan = planRender({ recording: await analyse(tools, onlyTrack(source, found)) }, order);
    await render(tools, { sources: { recording: onlyTrack(source, found) }, plan, output: at('bare.mp3') });
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
    expect((await analyse(tools, onlyTrack(at('tagged.mp3'), read))).report).toEqual(
      (await analyse(tools, onlyTrack(at('bare.mp3'), await probe(tools, at('bare.mp3'))))).report,
    );
  });

  it('can be changed later without touching the sound, and leave nothing else behind', async () => {
    await mux(tools, { file: at('tagged.mp3'), durationMs: 6000, tags: { title: 'Neu' }, output: at('again.mp3') });
    expect((await probe(tools, at('again.mp3'))).tags.title).toBe('Neu');
    expect((await readdir(folder)).filter((name) => /part|ffmetadata/.test(name))).toEqual([]);
  });
});
