import { Readable } from 'node:stream';
import { EpisodeFilesService } from '#libs/catalog';
import { system } from '#libs/kernel';
import { ImagesService } from '#libs/media';
import sharp from 'sharp';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

const pdf = Buffer.from('%PDF-1.7\n<script>alert(1)</script>\n%%EOF');

describe('files beside the sound', () => {
  let world: WebWorld;
  let files: EpisodeFilesService;
  let at: { showId: string; episodeId: string };
  let page: string;
  const working = async () => (await world.catalog.desk.get(system, at.showId, at.episodeId)).working;
  const add = async (name: string, bytes: Uint8Array, label?: { lang: string; text: string }) => {
    const { versions } = await working();
    await files.add(system, { ...at, version: versions.files }, { name, label }, Readable.from([bytes]));
    return (await working()).files.at(-1)!;
  };
  const update = async () => {
    await world.catalog.publishing.update(system, at.showId, at.episodeId);
    await new Promise((resolve) => setTimeout(resolve, 60));
  };
  const pathOf = ({ id, name }: { id: string; name: string }) => `/m/${at.episodeId}/file/${id}/${name}`;

  beforeAll(async () => {
    world = await aWebWorld();
    files = new EpisodeFilesService(world.db, world.storage, new ImagesService(world.storage));
    const show = await aShow(world.db);
    const episode = await anEpisode(world.db, show, { title: 'Avec diapos' });
    at = { showId: show.id, episodeId: episode.id };
    page = `/fr/${show.slug}/1-avec-diapos`;
  });
  afterAll(() => world?.close());

  it('are with readers from the release on, saved and never shown by a browser (`abuse:A10`)', async () => {
    const file = await add('../Diapos (finale).PDF.exe', pdf, { lang: 'fr', text: 'Les <b>diapos</b>' });
    expect(file).toMatchObject({ kind: 'pdf', name: 'diapos-finale-pdf.pdf', bytes: pdf.length });
    expect((await world.get(pathOf(file))).status).toBe(404);
    await update();
    const { status, headers, bytes } = await world.get(pathOf(file));
    expect([status, bytes.equals(pdf)]).toEqual([200, true]);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${file.name}"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': `default-src 'none'; sandbox`,
    });
    const { body } = await world.get(page);
    expect(body).toContain('Les &lt;b&gt;diapos&lt;/b&gt;');
    expect(body).toContain(`href="${pathOf(file)}"`);
    expect((await world.get(`/m/${at.episodeId}/file/${file.id}/other.html`)).status).toBe(404);
    expect((await world.get(pathOf(file), {}, 'HEAD')).bytes.length).toBe(0);
  });

  it('are what their bytes say, whatever their name; anything else is refused and not kept', async () => {
    const png = await sharp({ create: { width: 400, height: 300, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const picture = await add('photo.svg', png);
    expect(picture).toMatchObject({ kind: 'png', name: 'photo.png', previewKey: expect.stringMatching(/^image\//) });
    const count = async () => {
      const keys: string[] = [];
      for await (const { key } of world.storage.list('file/')) keys.push(key);
      return keys.length;
    };
    const before = await count();
    const broken = Buffer.concat([png.subarray(0, 60), Buffer.from('<script>')]);
    for (const wrong of [Buffer.from('<svg onload=alert(1)>'), Buffer.from('PK\x03\x04zip'), Buffer.alloc(0), broken]) {
      await expect(add('diapos.pdf', wrong)).rejects.toMatchObject({ code: 'FILE_KIND_UNKNOWN' });
    }
    const endless = Readable.from(
      (function* () {
        for (let i = 0; i < 52; i += 1) yield Buffer.concat([pdf, Buffer.alloc(1024 * 1024)]);
      })(),
    );
    const { versions } = await working();
    const huge = files.add(system, { ...at, version: versions.files }, { name: 'a.pdf' }, endless);
    await expect(huge).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', status: 413 });
    expect(await count()).toBe(before);
  });

  it('are put in order, renamed, taken out, and had back', async () => {
    const [first, second] = (await working()).files;
    const arrange = async (list: { id: string; labels: { lang: string; text: string }[] }[]) => {
      const { versions } = await working();
      await files.arrange(system, { ...at, version: versions.files }, list);
      return (await working()).files.map(({ id }) => id);
    };
    const plain = (file: { id: string } | undefined) => ({ id: file!.id, labels: [] });
    expect(await arrange([plain(second), plain(first)])).toEqual([second!.id, first!.id]);
    expect(await arrange([plain(second)])).toEqual([second!.id]);
    expect(await arrange([plain(first), plain(second)])).toEqual([first!.id, second!.id]);
    await expect(arrange([plain(first), plain(first)])).rejects.toMatchObject({ status: 404 });
    const stale = files.arrange(system, { ...at, version: 1 }, []);
    await expect(stale).rejects.toMatchObject({ code: 'STALE_VERSION' });
    await arrange([plain(second)]);
    expect((await world.get(pathOf(first!))).status).toBe(200);
    await update();
    expect((await world.get(pathOf(first!))).status).toBe(404);
  });
});
