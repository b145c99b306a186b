import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { type Episode, type GuestLink, GuestLinks, GuestSecrets, type Show } from '#libs/catalog';
import { newId, system } from '#libs/kernel';
import { KitPieces, type PieceOfKit } from '#libs/sharing';
import { aPieceBench, type PieceBench } from '../../../../test/factories/piece-bench.js';
import { anEpisode, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { unzip } from '../../../../test/factories/unzip.js';
import { testSecret } from '../../../../test/factories/world.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

const hidden = 'Zyxwert Industries';
/** Half a hundred files are drawn, on a machine that may have other work. */
const patience = 300_000;

describe('the files of a kit', () => {
  let world: WebWorld;
  let bench: PieceBench;
  let show: Show;
  let episode: Episode;
  let link: GuestLink;
  let secret: string;
  let team: string;
  const quoteId = newId();

  beforeAll(async () => {
    world = await aWebWorld();
    bench = await aPieceBench(world, world.storage);
    const links = new GuestLinks(world.db, world.clock, new GuestSecrets(testSecret));
    show = await aShow(world.db, { title: 'Marketing Without Detours', language: 'en-CA', accent: '#123a5a' });
    const guest = await aPerson(world.db, 'Mélanie Côté-Ñandú');
    await givePhoto(guest.id);
    const people = [
      {
        personId: guest.id,
        role: 'guest' as const,
        organisation: hidden,
        employer: 'hidden' as const,
        texts: [{ lang: 'fr', title: 'Directrice', disclaimer: 'Propos personnels.' }],
      },
    ];
    episode = await anEpisode(world.db, show, { title: 'Trust', number: 87, people });
    link = await links.ensure(system, show.id, episode.id, guest.id, { locale: 'fr-CA' });
    secret = links.secretOf(link);
    const { episodeId, personId, id: linkId } = link;
    team = await links.makeTeam({ kind: 'guest', linkId, episodeId, personId, role: 'guest' });
    const texts = [
      { lang: 'en', text: 'Trust is a date you keep.', isTranslation: false, answer: 'approved' },
      { lang: 'fr', text: 'La confiance est une date tenue.', isTranslation: true, answer: 'approved' },
    ];
    await world.db.query(
      `insert into quotes (id, episode_id, person_id, start_ms, end_ms, language, original, texts, state, uses)
       values ($1, $2, $3, 1000, 5000, 'en', 'x', $4, 'approved', '{"page":true,"image":true,"text":true}')`,
      [quoteId, episodeId, personId, JSON.stringify(texts)],
    );
    await bench.settle();
  }, patience);
  afterAll(async () => {
    await bench.close();
    await world.close();
  });

  async function givePhoto(personId: string): Promise<void> {
    const photo = sharp({ create: { width: 640, height: 640, channels: 3, background: '#88a' } });
    await world.storage.put('image/guest.jpg', await photo.jpeg().toBuffer());
    await world.db.query(`update persons set photo_key = 'image/guest.jpg' where id = $1`, [personId]);
  }
  const pieces = () => new KitPieces(world.db).ofLink(link.id);
  const at = ({ id, fileName }: PieceOfKit, key = secret) => `/i/${key}/kit/${id}/${fileName}`;
  const find = async (kind: string, shape: string, lang: string) =>
    (await pieces()).find((piece) => piece.kind === kind && piece.shape === shape && piece.lang === lang)!;

  it('are all ready, named by show, number, guest, what and language in ASCII (ux 2.5)', async () => {
    const all = await pieces();
    expect(all.filter(({ state }) => state !== 'ready').map(({ kind, shape, error }) => [kind, shape, error])).toEqual(
      [],
    );
    expect(new Set(all.map(({ kind }) => kind))).toEqual(
      new Set(['card', 'quote', 'photo', 'qr', 'signature', 'slide']),
    );
    const names = all.map(({ fileName }) => fileName);
    for (const name of names)
      expect(name).toMatch(/^marketing-without-detours-87-melanie-cote-nandu-[a-z0-9-]+\.[a-z]{3,4}$/);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('marketing-without-detours-87-melanie-cote-nandu-story-fr.png');
  });

  it('keep the sizes and limits of every format', async () => {
    const limits: Record<string, number> = { wide: 300, square: 400, portrait: 500, story: 600 };
    for (const piece of await pieces()) {
      const most = piece.kind === 'quote' ? 300 : limits[piece.shape];
      if (most) expect([piece.fileName, piece.bytes <= most * 1024]).toEqual([piece.fileName, true]);
      if (piece.kind === 'qr') expect(piece.bytes).toBeLessThanOrEqual(30 * 1024);
      if (piece.kind === 'signature') expect(piece.bytes).toBeLessThanOrEqual(40 * 1024);
      if (piece.kind === 'slide') expect(piece.bytes).toBeLessThanOrEqual(1024 * 1024);
      if (piece.kind === 'photo') expect(piece.bytes).toBeLessThanOrEqual(800 * 1024);
    }
    expect(await find('card', 'story', 'fr')).toMatchObject({ width: 1080, height: 1920 });
    expect(await find('signature', 'png', 'en')).toMatchObject({ width: 600, height: 120 });
  });

  it('of a translation are not sent from the moment on that the guest wants none, before anything is made anew (ux:G-03)', async () => {
    const [spoken, translated] = [await find('quote', 'wide', 'en'), await find('quote', 'wide', 'fr')];
    const statuses = async () => [(await world.get(at(spoken))).status, (await world.get(at(translated))).status];
    expect(await statuses()).toEqual([200, 200]);
    await world.db.query(`update guest_links set consents = '{"translation": false}' where id = $1`, [link.id]);
    expect(await statuses()).toEqual([200, 404]);
    await world.db.query(`update guest_links set consents = '{}' where id = $1`, [link.id]);
  });

  it('are sent to the guest and to the guest’s team, kept by no cache, by byte range', async () => {
    const card = await find('card', 'wide', 'fr');
    for (const key of [secret, team]) {
      const { status, headers, bytes } = await world.get(at(card, key));
      expect([status, headers['content-type'], headers['cache-control']]).toEqual([
        200,
        'image/png',
        'private, no-store',
      ]);
      expect(headers['x-robots-tag']).toContain('noindex');
      expect(bytes.length).toBe(card.bytes);
    }
    expect((await world.get(at(card), { range: 'bytes=0-7' })).status).toBe(206);
    expect((await world.get(at(card), {}, 'HEAD')).headers['content-length']).toBe(String(card.bytes));
    expect((await world.get(at(card, 'f'.repeat(40)))).status).toBe(404);
    const html = await find('signature', 'html', 'en');
    expect((await world.get(at(html))).headers['content-disposition']).toMatch(/^attachment/);
  });

  it('are not reached by the public address of cards', async () => {
    const card = await find('card', 'wide', 'fr');
    expect((await world.get(`/m/card/${card.id}/${card.inputHash.slice(0, 12)}.png`)).status).toBe(404);
  });

  it('say in words what a picture shows, in the row and inside the file', async () => {
    const quote = await find('quote', 'square', 'fr');
    expect(quote.alt).toContain(
      '« La confiance est une date tenue. »'.replace('« ', '«\u00a0').replace(' »', '\u00a0»'),
    );
    expect(quote.alt).toContain('(traduit de l’anglais)');
    const { xmp } = await sharp((await world.get(at(quote))).bytes).metadata();
    expect(String(xmp)).toContain('La confiance est une date tenue.');
  });

  it('come as one archive with ASCII names, which other programs open (kit test 4)', async () => {
    const { status, headers, bytes } = await world.get(`/i/${secret}/kit.zip`);
    expect([status, headers['content-type']]).toEqual([200, 'application/zip']);
    expect(bytes.length).toBeLessThanOrEqual(150 * 1024 * 1024);
    const files = await unzip(bytes);
    const names = [...files.keys()];
    expect(names.filter((name) => /[^ -~]/.test(name))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['README.txt', 'LISEZMOI.txt']));
    for (const name of names.filter((each) => /\.(png|jpg|svg)$/.test(each))) expect(names).toContain(`${name}.txt`);
    const readme = String(files.get('LISEZMOI.txt'));
    expect(readme).toContain('Propos personnels.');
    expect(readme).toContain('melanie-cote-nandu-qr.svg');
    await unzipElsewhere(bytes);
  });

  it('name a hidden employer nowhere: in no name, no text, no row (kit test 6)', async () => {
    const rows = await world.db.query('select * from pieces_of_kit where subject_id = $1', [link.id]);
    expect(JSON.stringify(rows)).not.toContain('Zyxwert');
    for (const [name, bytes] of await unzip((await world.get(`/i/${secret}/kit.zip`)).bytes)) {
      expect([name, bytes.includes('Zyxwert')]).toEqual([name, false]);
    }
  });

  it('are nobody’s any more once the guest or the episode is withdrawn, before any work is done', async () => {
    const card = await find('card', 'wide', 'fr');
    const seen = async () => [(await world.get(at(card))).status, (await world.get(`/i/${secret}/kit.zip`)).status];
    await world.db.query(`update guest_links set state = 'withdrawn' where id = $1`, [link.id]);
    expect(await seen()).toEqual([404, 404]);
    await world.db.query(`update guest_links set state = 'approved' where id = $1`, [link.id]);
    await world.db.query(`update episodes set state = 'withdrawn' where id = $1`, [episode.id]);
    expect(await seen()).toEqual([404, 404]);
    await world.db.query(`update episodes set state = 'published' where id = $1`, [episode.id]);
    expect(await seen()).toEqual([200, 200]);
  });

  it(
    'vanish with a quote that is refused, at once (kit test 5)',
    async () => {
      const quote = await find('quote', 'wide', 'fr');
      expect((await world.get(at(quote))).status).toBe(200);
      await world.db.query(`update quotes set state = 'refused' where id = $1`, [quoteId]);
      expect((await world.get(at(quote))).status).toBe(404);
      const names = [...(await unzip((await world.get(`/i/${secret}/kit.zip`)).bytes)).keys()];
      expect(names.filter((name) => name.includes('quote'))).toEqual([]);
      await world.catalog.publishing.update(system, show.id, episode.id);
      await world.db.query(`insert into outbox (name, payload) values ('highlights.changed', $1)`, [
        { episodeId: episode.id, showId: show.id, eventId: null },
      ]);
      await bench.settle();
      expect((await pieces()).filter(({ kind }) => kind === 'quote')).toEqual([]);
      expect(await world.storage.exists(quote.key!)).toBe(false);
    },
    patience,
  );
});

/** By a program that is not ours, where the machine has one. */
async function unzipElsewhere(bytes: Buffer): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'estrade-zip-'));
  try {
    await writeFile(join(folder, 'kit.zip'), bytes);
    const file = join(folder, 'kit.zip');
    for (const [program, args, says] of [
      ['unzip', ['-t', file], 'No errors detected'],
      ['python3', ['-m', 'zipfile', '-t', file], 'Done testing'],
    ] as const) {
      const done = await promisify(execFile)(program, args).catch((error: { code?: string }) =>
        error.code === 'ENOENT' ? undefined : Promise.reject(error),
      );
      if (done) expect(done.stdout).toContain(says);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
