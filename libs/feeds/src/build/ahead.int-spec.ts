import { type Episode, EpisodeCopy, EpisodeWindowsService, type Show } from '#libs/catalog';
import { OutboxRow } from '#libs/database';
import { system } from '#libs/kernel';
import { Rendition } from '#libs/media';
import { anEpisode, aShow } from '../../../../test/factories/catalog.js';
import { aWorld, type World } from '../../../../test/factories/world.js';
import { findBreaches } from '../../../../test/feeds/rules/check.js';
import { settleFeeds } from '../../../../test/feeds/settle.js';
import { FeedVersion } from '../feed/feed-version.entity.js';
import { Feed } from '../feed/feed.entity.js';
import { feedChanged } from '../feed/feed.facts.js';
import { StoredFeedQuery } from '../feed/stored-feed.query.js';
import { orderPreparations } from './order-preparations.js';

const noon = new Date('2026-05-12T12:00:00Z');
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000);

describe('bytes stored ahead of their moment', () => {
  let world: World;
  let show: Show;
  let first: Episode;

  beforeEach(async () => {
    world = await aWorld('https://pod.example');
    world.clock.set(noon);
    show = await aShow(world.db, { timeZone: 'UTC' });
    first = await anEpisode(world.db, show, { title: 'Premier', publishedAt: noon }, world.addresses);
    await settle();
  });
  afterEach(() => world.close());

  const settle = () => settleFeeds(world);
  const draft = (title: string) => anEpisode(world.db, show, { title, state: 'draft' });
  const plan = async ({ id }: Episode, at: Date) => {
    const time = { local: at.toISOString().slice(0, 19), zone: 'UTC' };
    await world.catalog.publishing.schedule(system, show.id, id, time);
    await settle();
  };
  const lookup = async (at: Date) => {
    const found = await new StoredFeedQuery(world.db).byPath(`/${show.slug}/feed.xml`, at);
    if (found.kind !== 'found') throw new Error(found.kind);
    return found;
  };
  const textAt = async (at: Date) => {
    const { current } = await lookup(at);
    return (await new StoredFeedQuery(world.db).bytes(current.versionId, 'identity'))!.toString();
  };
  const titlesAt = async (at: Date) =>
    [...(await textAt(at)).matchAll(/<item><title>(?:<!\[CDATA\[)?([^<\]]+)/g)].map(([, title]) => title);
  const plannedAt = async () => (await lookup(world.clock.now())).planned.map(({ validFrom }) => validFrom);
  const toldChanges = () => world.db.getRepository(OutboxRow).countBy({ name: feedChanged });

  it('change the feed at the second of a planned release and not before, dated by that second (abuse:A31)', async () => {
    const before = (await lookup(noon)).current.digest;
    await plan(await draft('Demain'), after(3600));
    expect((await lookup(after(3599.999))).current.digest).toBe(before);
    expect(await titlesAt(after(3600))).toEqual(['Demain', 'Premier']);
    const text = await textAt(after(3600));
    expect(text).toContain(`<lastBuildDate>${after(3600).toUTCString()}</lastBuildDate>`);
    expect(text).toContain(`<pubDate>${after(3600).toUTCString()}</pubDate>`);
    expect(findBreaches(Buffer.from(text))).toEqual([]);
  });

  it('are what the release itself would have written: publishing makes no new ETag, and is told of once', async () => {
    await plan(await draft('Demain'), after(3600));
    const ahead = (await lookup(after(3600))).current;
    const told = await toldChanges();
    world.clock.set(after(3600.4));
    await world.catalog.publishing.publishDue(after(3600.4));
    await settle();
    expect((await lookup(after(3601))).current).toEqual(ahead);
    expect(await toldChanges()).toBe(told + 1);
    await settle();
    expect(await toldChanges()).toBe(told + 1);
  });

  it('have the podcast:guid of a show whose first release is planned, which the empty feed does not tell', async () => {
    const bare = await aShow(world.db, { title: 'Neuf', timeZone: 'UTC' });
    show = bare;
    await world.db.query(`insert into outbox (name, payload) values ('show.changed', $1)`, [{ showId: bare.id }]);
    await settle();
    const empty = (await lookup(noon)).current.digest;
    await plan(await draft('Le tout premier'), after(600));
    expect((await lookup(noon)).current.digest).toBe(empty);
    const ahead = (await lookup(after(600))).current;
    world.clock.set(after(601));
    await world.catalog.publishing.publishDue(after(601));
    await settle();
    expect((await lookup(after(602))).current).toEqual(ahead);
    expect(await textAt(after(602))).toContain('<podcast:guid>');
  });

  it('are gone without a trace when the plan is taken back', async () => {
    const before = await lookup(noon);
    const episode = await draft('Demain');
    await plan(episode, after(60));
    await world.catalog.publishing.unschedule(system, show.id, episode.id);
    await settle();
    expect(await plannedAt()).toEqual([]);
    expect((await lookup(after(61))).current).toEqual(before.current);
  });

  it('follow the plan, the texts and the file of the episode', async () => {
    const episode = await draft('Demain');
    await plan(episode, after(3600));
    await plan(episode, after(7200));
    expect(await plannedAt()).toEqual([after(7200)]);
    const copy = await world.db.getRepository(EpisodeCopy).findOneByOrFail({ episodeId: episode.id, kind: 'working' });
    const texts = [{ lang: 'fr' as const, title: 'Après-demain', summary: '', notes: '' }];
    await world.catalog.edits.texts(system, show.id, episode.id, texts, { version: copy.versions.texts });
    await settle();
    expect(await titlesAt(after(7200))).toEqual(['Après-demain', 'Premier']);
    const revisionId = copy.revisionId!;
    await world.db.getRepository(Rendition).update({ revisionId, kind: 'mp3' }, { bytes: 7_654_321 });
    const { recordingId } = episode;
    await world.catalog.episodeMedia.announceFile(recordingId!, revisionId);
    await settle();
    expect(await textAt(after(7200))).toContain('length="7654321"');
  });

  it('are stored for each of several moments, windows and ends included', async () => {
    await plan(await draft('Un'), after(3600));
    await plan(await draft('Deux'), after(1800));
    const window = { subscribersUntil: after(2700), expiresAt: after(5400), publishedAt: noon };
    await anEpisode(world.db, show, { title: 'Fenêtre', ...window }, world.addresses);
    await settle();
    expect(await plannedAt()).toEqual([1800, 2700, 3600, 5400].map(after));
    expect(await titlesAt(after(2699))).toEqual(['Deux', 'Premier']);
    expect(await titlesAt(after(2700))).toEqual(['Fenêtre', 'Deux', 'Premier']);
    expect(await titlesAt(after(5400))).toEqual(['Un', 'Deux', 'Premier']);
    world.clock.set(after(2701));
    await new EpisodeWindowsService(world.db).announceDue(after(2701));
    const opened = (await lookup(after(2701))).current;
    await settle();
    expect((await lookup(after(2702))).current).toEqual(opened);
  });

  it('come a day ahead at the latest, ordered once however many workers ask', async () => {
    await plan(await draft('Plus tard'), after(30 * 3600));
    expect(await plannedAt()).toEqual([]);
    const feed = await world.db.getRepository(Feed).findOneByOrFail({ subjectId: show.id, kind: 'show' });
    expect(feed.prepareAt).toEqual(after(6 * 3600));
    expect(await orderPreparations(world.db, after(6 * 3600 - 1))).toBe(0);
    world.clock.set(after(6 * 3600));
    const both = [orderPreparations(world.db, after(6 * 3600)), orderPreparations(world.db, after(6 * 3600))];
    expect((await Promise.all(both)).sort()).toEqual([0, 1]);
    await settle();
    expect(await plannedAt()).toEqual([after(30 * 3600)]);
  });

  it('are twenty at most, and the next follow when half of them are over', async () => {
    for (let i = 1; i <= 25; i += 1) {
      const { id } = await draft(`Partie ${i}`);
      const time = {
        local: after(i * 60)
          .toISOString()
          .slice(0, 19),
        zone: 'UTC',
      };
      await world.catalog.publishing.schedule(system, show.id, id, time);
    }
    await settle();
    expect(await plannedAt()).toHaveLength(20);
    const feed = await world.db.getRepository(Feed).findOneByOrFail({ subjectId: show.id, kind: 'show' });
    expect(feed.prepareAt).toEqual(after(10 * 60));
  });

  it('keep their rows when something else changes that they do not say', async () => {
    await plan(await draft('Demain'), after(3600));
    const rows = () => world.db.getRepository(FeedVersion).find({ select: { id: true }, order: { validFrom: 'ASC' } });
    const before = await rows();
    await world.db.query(`insert into outbox (name, payload) values ('show.changed', $1)`, [{ showId: show.id }]);
    world.clock.set(after(5));
    await settle();
    expect(await rows()).toEqual(before);
    await world.catalog.publishing.unpublish(system, show.id, first.id);
    await settle();
    expect(await titlesAt(after(3600))).toEqual(['Demain']);
  });
});
