import { notify } from '#libs/database';
import { newId, system } from '#libs/kernel';
import { PieceOfKit } from '#libs/sharing';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { feedAt, settleFeeds } from '../../../../test/feeds/settle.js';
import { aWebWorld, type WebWorld } from '../web.fixture.js';

const releaseAt = new Date('2026-05-14T11:00:00Z');
const at = (seconds: number) => new Date(releaseAt.getTime() + seconds * 1000);

describe('the page before the release', () => {
  let world: WebWorld;
  let path: string;
  let ids: [showId: string, episodeId: string];
  let showSlug: string;
  const get = async (lang = 'fr') => world.get(`/${lang}/${path}`);
  const publishing = () => world.catalog.publishing;
  const changesToArrive = () => new Promise((resolve) => setTimeout(resolve, 60));

  beforeAll(async () => {
    world = await aWebWorld();
    const show = await aShow(world.db);
    const episode = await anEpisode(world.db, show, {
      state: 'draft',
      texts: [
        {
          lang: 'fr',
          title: 'Sans budget',
          summary: 'Un résumé secret.',
          notes: 'Des notes secrètes.',
          takeaways: [{ text: 'Une leçon secrète.', atMs: null }],
        },
      ],
      chapters: '00:00 Un chapitre secret',
      people: [{ name: 'Mélanie Roy', role: 'guest', organisation: 'Boréale', texts: [] }] as never,
    });
    ids = [show.id, episode.id];
    showSlug = show.slug;
    path = `${show.slug}/1-sans-budget`;
  });
  afterAll(() => world?.close());

  it('is not there unless it was announced, planned or not (`abuse:A31`)', async () => {
    expect((await get()).status).toBe(404);
    await publishing().schedule(system, ...ids, { local: '2026-05-14T07:00', zone: 'America/Montreal' });
    await changesToArrive();
    expect((await get()).status).toBe(404);
    await publishing().announce(system, ...ids, true);
    await publishing().announce(system, ...ids, false);
    await changesToArrive();
    expect((await get()).status).toBe(404);
  });

  it('says who and when, in both languages and two zones, and nothing of what is said', async () => {
    await publishing().announce(system, ...ids, true);
    await changesToArrive();
    const fr = await get();
    expect(fr.status).toBe(200);
    expect(fr.body).toContain('Mélanie Roy');
    expect(fr.body).toContain('jeudi 14 mai, 7\u00a0h à Montréal, 13\u00a0h à Paris');
    expect((await get('en')).body).toMatch(/Thursday,? May 14, 7:00\sa\.m\. in Montréal, 1:00\sp\.m\. in Paris/);
    expect(fr.body).toContain('noindex');
    expect(fr.body).not.toMatch(/secr[eè]t|<audio|\.mp3|data-player/);
    for (const other of [`/fr/${showSlug}`, '/fr', '/sitemap.xml', `/${showSlug}/feed.xml`]) {
      expect([other, (await world.get(other)).body.includes('Sans budget')]).toEqual([other, false]);
    }
    for (const file of ['1/x.mp3', 'chapters.json', 'transcript.fr.txt']) {
      expect([file, (await world.get(`/m/${ids[1]}/${file}`)).status]).toEqual([file, 404]);
    }
  });

  it('shows another title as soon as it is saved, at the address that was given', async () => {
    const title = (text: string) => [{ lang: 'fr', title: text, summary: 'Un résumé secret.', notes: '' }];
    const { edits } = world.catalog;
    await edits.texts(system, ...ids, title('Sans budget, vraiment'), { version: 2 });
    await changesToArrive();
    const page = await get();
    expect([page.status, page.body.includes('Sans budget, vraiment')]).toEqual([200, true]);
    await edits.texts(system, ...ids, title('Sans budget'), { version: 3 });
    await changesToArrive();
  });

  it('lets an approved clip of half a minute be heard, as a file of its own, until it is refused or the rest is out (`ux:K-15`)', async () => {
    const { asking, clips } = world.catalog;
    await asking.saveRules(system, ids[0], { approval: 'none', hours: 72, silence: 'unused' });
    const heard = await clips.create(system, ...ids, { startMs: 10_000, endMs: 42_000 });
    await clips.create(system, ...ids, { startMs: 0, endMs: 60_500 });
    expect((await get()).body).not.toContain('<audio');
    const key = 'piece/clip.mp3';
    await world.storage.put(key, Buffer.from('sound'));
    const piece = { id: newId(), subject: 'episode' as const, subjectId: ids[1], kind: 'clip-audio', itemId: heard.id };
    const made = {
      inputHash: 'a'.repeat(64),
      state: 'ready' as const,
      key,
      fileName: 'c.mp3',
      mime: 'audio/mpeg',
      bytes: 5,
    };
    await world.db.getRepository(PieceOfKit).insert({ ...piece, ...made });
    await notify(world.db.manager, 'estrade_pages', { pieceId: piece.id });
    await changesToArrive();
    const source = `/m/${ids[1]}/clip/${piece.id}.mp3`;
    expect((await get()).body).toContain(`<audio controls="" preload="none" src="${source}"`);
    const sound = await world.get(source);
    expect([sound.status, sound.body, sound.headers['x-robots-tag']]).toEqual([200, 'sound', 'noindex']);
    expect((await world.get(`/m/${ids[1]}/clip/${newId()}.mp3`)).status).toBe(404);
    await publishing().announce(system, ...ids, false);
    expect((await world.get(source)).status).toBe(404);
    await publishing().announce(system, ...ids, true);
    expect((await world.get(source)).status).toBe(200);
    await clips.drop(system, ids[0], heard.id);
    await changesToArrive();
    expect((await world.get(source)).status).toBe(404);
    expect((await get()).body).not.toContain('<audio');
  });

  it('becomes the episode’s page at the second of the release, whoever writes it when (`ux:K-15`)', async () => {
    world.clock.set(at(-3_600));
    await settleFeeds(world);
    const look = async () => {
      const pages = [await get(), await get('en')];
      const feed = await feedAt(world, `/${showSlug}/feed.xml`).catch(() => '');
      return {
        status: pages.map(({ status }) => status),
        isOut: pages.map(({ body }) => body.includes('data-player')),
        isTeaser: pages.map(({ body }) => body.includes('noindex')),
        inFeed: feed.includes('Sans budget'),
      };
    };
    const teaser = { status: [200, 200], isOut: [false, false], isTeaser: [true, true], inFeed: false };
    const out = { status: [200, 200], isOut: [true, true], isTeaser: [false, false], inFeed: true };
    const isMapped = async () => (await world.get(`/sitemap/show-fr-${showSlug}.xml`)).body.includes(path);
    world.clock.set(at(-1));
    // Twice: the second one is the page that was kept of the first.
    expect([await look(), await look(), await isMapped()]).toEqual([teaser, teaser, false]);
    world.clock.set(at(0));
    expect([await look(), await look()]).toEqual([out, out]);
    await publishing().publishDue(world.clock.now());
    await settleFeeds(world);
    await changesToArrive();
    expect([await look(), await isMapped()]).toEqual([out, true]);
    world.clock.set(at(1));
    expect([await look(), await isMapped()]).toEqual([out, true]);
    expect((await get()).body).toContain('Un résumé secret.');
    expect((await world.get(`/fr/${showSlug}`)).body).toContain('Sans budget');
  });

  it('says so at the same address when it is out for subscribers only, and nothing else, until it opens', async () => {
    const opensAt = at(7 * 24 * 3600);
    const show = await aShow(world.db, { title: 'Abonnés' });
    const text = { lang: 'fr', title: 'Entre nous', summary: 'Un résumé secret.', notes: 'Des notes secrètes.' };
    const given = { state: 'draft' as const, texts: [{ ...text, takeaways: [] }], subscribersUntil: opensAt };
    const episode = await anEpisode(world.db, show, given);
    const quiet = await anEpisode(world.db, show, {
      ...given,
      texts: [{ ...text, title: 'Sans annonce', takeaways: [] }],
    });
    const own = `/fr/${show.slug}/1-entre-nous`;
    await publishing().announce(system, show.id, episode.id, true);
    await changesToArrive();
    expect((await world.get(own)).status).toBe(200);
    for (const { id } of [episode, quiet]) await publishing().publish(system, show.id, id);
    await changesToArrive();
    const page = await world.get(own);
    expect([page.status, page.body.includes('réservé aux personnes abonnées')]).toEqual([200, true]);
    expect(page.body).toContain('<h1');
    expect(page.body).toContain('noindex');
    expect(page.body).not.toMatch(/secr[eè]t|<audio|\.mp3|data-player|oembed|<form[^>]*method="post"/);
    // What nobody announced stays unknown.
    expect((await world.get(`/fr/${show.slug}/2-sans-annonce`)).status).toBe(404);
    world.clock.set(opensAt);
    expect((await world.get(own)).body).toContain('data-player');
  });
});
