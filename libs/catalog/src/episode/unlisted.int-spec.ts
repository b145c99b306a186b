import { newId, system } from '#libs/kernel';
import { anEpisode, anEvent, aPerson, aShow } from '../../../../test/factories/catalog.js';
import { aWorld, type World } from '../../../../test/factories/world.js';
import { ChoiceQuery } from '../subscriber/choice.query.js';
import type { Episode } from './episode.entity.js';
import { readHeard } from './heard.query.js';
import { readListing } from './listing.query.js';
import type { Show } from '../show/show.entity.js';

describe('an unlisted episode', () => {
  let world: World;
  let show: Show;
  let listed: Episode;
  let unlisted: Episode;
  let eventId: string;
  beforeAll(async () => {
    world = await aWorld();
    show = await aShow(world.db);
    const guest = await aPerson(world.db, 'Aline Cachée');
    eventId = (await anEvent(world.db, show)).id;
    const people = [{ personId: guest.id, name: guest.name, role: 'guest' as const, organisation: '', texts: [] }];
    listed = await anEpisode(world.db, show, { title: 'Pour tous', topics: ['Ville'] });
    unlisted = await anEpisode(world.db, show, {
      ...{ title: 'Par le lien', topics: ['Secret'], people, eventId, isUnlisted: true },
    });
  });
  afterAll(() => world.close());

  const now = () => world.clock.now();
  const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);

  it('is on no list: show, event, newest, home, counts', async () => {
    const { episodeQuery, homeQuery, showQuery } = world.catalog;
    expect(ids((await episodeQuery.ofShow(show.id)).items)).toEqual([listed.id]);
    expect(ids(await episodeQuery.allOfShow(show.id))).toEqual([listed.id]);
    expect(await episodeQuery.allOfEvent(eventId)).toEqual([]);
    expect(ids(await episodeQuery.latest(10))).toEqual([listed.id]);
    expect(ids((await homeQuery.home()).latest)).toEqual([listed.id]);
    expect((await showQuery.byId(show.id))!.episodeCount).toBe(1);
  });

  it('is in no feed, public or private, nor in one that names it', async () => {
    for (const audience of ['public', 'subscribers'] as const) {
      const listing = await readListing(world.db, { showId: show.id }, { at: now(), audience });
      expect(ids(listing.episodes)).toEqual([listed.id]);
      const named = await readListing(world.db, { episodeIds: [unlisted.id] }, { at: now(), audience });
      expect(named.episodes).toEqual([]);
    }
  });

  it('gives its guest no page, its topic no list, and is offered to nobody', async () => {
    const { guestQuery, tagQuery } = world.catalog;
    expect(await guestQuery.bySlug('aline-cachee')).toBeUndefined();
    expect(await tagQuery.bySlug('secret')).toBeUndefined();
    const choice = new ChoiceQuery(world.db, world.clock);
    expect((await choice.offered()).persons).toEqual([]);
    const found = await choice.found({ shows: [], persons: [], tags: [], episodes: [unlisted.id, newId()] });
    expect(found.episodes).toEqual([]);
  });

  it('is reached and heard by its link', async () => {
    const { episodeQuery } = world.catalog;
    const view = await episodeQuery.byId(unlisted.id);
    expect(view).toMatchObject({ isUnlisted: true });
    const slug = view!.texts[0]!.slug!;
    const event = view!.event!.slug;
    expect(await episodeQuery.byAddress({ event }, 'fr', slug)).toMatchObject({ kind: 'found' });
    expect((await readHeard(world.db, unlisted.id, { at: now(), audience: 'public' })).episode?.id).toBe(unlisted.id);
  });

  it('answers 451 once it is withdrawn for legal reasons, and 410 otherwise', async () => {
    const { publishing, episodeQuery } = world.catalog;
    const other = await anEpisode(world.db, show, { title: 'Retiré' });
    const slug = (await episodeQuery.byId(other.id))!.texts[0]!.slug!;
    const find = () => episodeQuery.byAddress({ show: show.slug }, 'fr', slug);
    await publishing.unpublish(system, show.id, other.id);
    expect(await find()).toEqual({ kind: 'withdrawn' });
    await publishing.publish(system, show.id, other.id);
    await publishing.unpublish(system, show.id, other.id, { isByLaw: true });
    expect(await find()).toEqual({ kind: 'forbidden' });
    await publishing.publish(system, show.id, other.id);
    expect(await find()).toMatchObject({ kind: 'found' });
  });
});
