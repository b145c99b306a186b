import type { EntityManager } from 'typeorm';
import { requestBuilds } from '../feed/request-build.js';
import { EpisodePlace } from './episode-place.entity.js';
import { type FeedRef, type FeedWish, isCalled, joinWishes, type Place, toRefs } from './feed-ref.plan.js';
import { type PlacesOf, readLanguages, readPlaces } from './places.query.js';

/**
 * Orders every feed that these episodes are in, and those that they were in when they were last looked at; makes those
 * that they call into being. A handful of queries, however many episodes and feeds.
 */
export async function orderFeedsOf(
  manager: EntityManager,
  of: PlacesOf,
  more: readonly FeedWish[] = [],
): Promise<void> {
  const places = await readPlaces(manager, of);
  const ids = [...new Set([...places.map(({ episodeId }) => episodeId), ...(of.episodeIds ?? [])])];
  const wishes = await toWishes(manager, places);
  const before = await swapPlaces(manager, ids, places);
  const left = before.map((ref) => ({ ...ref, isWanted: false }));
  await requestBuilds(manager, joinWishes([...wishes, ...left, ...(await choicesWith(manager, places)), ...more]));
}

/** Makes and orders what should exist and does not: after an update of Estrade, or for what a fact was lost. Gives how many. */
export async function orderMissing(manager: EntityManager, showId: string): Promise<number> {
  const places = await readPlaces(manager, { showId });
  const wanted = (await toWishes(manager, places)).filter(({ isWanted }) => isWanted);
  await rememberPlaces(manager, places);
  const missing = await withoutKnown(manager, joinWishes(wanted));
  await requestBuilds(manager, missing);
  return missing.length;
}

async function toWishes(manager: EntityManager, places: readonly Place[]): Promise<FeedWish[]> {
  const languagesOf = await readLanguages(manager, [...new Set(places.map(({ showId }) => showId))]);
  return places.flatMap((place) => {
    const languages = languagesOf.get(place.showId) ?? new Set<string>();
    // The second language calls the feed of the first too.
    const ofLanguages = [...languages].map((key): FeedRef => ({ kind: 'language', subjectId: place.showId, key }));
    const refs = [...toRefs(place), ...(place.isOut && languages.size > 1 ? ofLanguages : [])];
    return refs.map((ref) => ({ ...ref, isWanted: isCalled(ref, place, languages) }));
  });
}

/** Remembers where the episodes are now; gives where they were. One at a time for each episode. */
async function swapPlaces(
  manager: EntityManager,
  episodeIds: readonly string[],
  places: readonly Place[],
): Promise<FeedRef[]> {
  if (episodeIds.length === 0) return [];
  const rows: Pick<EpisodePlace, 'feeds'>[] = await manager.query(
    `select feeds from episode_places where episode_id = any($1::uuid[]) order by episode_id for update`,
    [episodeIds],
  );
  await manager.query(
    `${newPlaces} on conflict (episode_id) do update set feeds = excluded.feeds
     where episode_places.feeds <> excluded.feeds`,
    toParameters(places, episodeIds),
  );
  return rows.flatMap(({ feeds }) => feeds);
}

/** As `swapPlaces` for episodes of which nothing is remembered yet: a place that a waiting fact still has to see stays. */
async function rememberPlaces(manager: EntityManager, places: readonly Place[]): Promise<void> {
  const ids = [...new Set(places.map(({ episodeId }) => episodeId))];
  await manager.query(`${newPlaces} on conflict (episode_id) do nothing`, toParameters(places, ids));
}

const newPlaces = `insert into episode_places (episode_id, feeds)
  select e.id, n.feeds::jsonb from unnest($1::uuid[], $2::text[]) as n(id, feeds)
  join episodes e on e.id = n.id order by e.id`;

function toParameters(places: readonly Place[], episodeIds: readonly string[]): [readonly string[], string[]] {
  const refsOf = new Map<string, FeedRef[]>();
  for (const place of places) {
    refsOf.set(place.episodeId, [...(refsOf.get(place.episodeId) ?? []), ...toRefs(place)]);
  }
  return [episodeIds, episodeIds.map((id) => JSON.stringify(refsOf.get(id) ?? []))];
}

/** The feeds that listeners put together and that one of the episodes is in. */
async function choicesWith(manager: EntityManager, places: readonly Place[]): Promise<FeedWish[]> {
  if (places.length === 0) return [];
  const all = <T>(pick: (place: Place) => T[]) => [...new Set(places.flatMap(pick))];
  const rows: { id: string }[] = await manager.query(
    `select id from selections where show_ids && $1::uuid[] union select id from selections where person_ids && $2::uuid[]
     union select id from selections where tag_slugs && $3::text[] union select id from selections where episode_ids && $4::uuid[]`,
    [
      all(({ showId }) => [showId]),
      all(({ personIds }) => personIds),
      all(({ tagSlugs }) => tagSlugs),
      all(({ episodeId }) => [episodeId]),
    ],
  );
  return rows.map(({ id }) => ({ kind: 'personal', subjectId: id, key: '', isWanted: false }));
}

async function withoutKnown(manager: EntityManager, wishes: readonly FeedWish[]): Promise<FeedWish[]> {
  const known: FeedRef[] = await manager.query(
    `select f.kind, f.subject_id as "subjectId", f.key from feeds f
     join unnest($1::text[], $2::uuid[], $3::text[]) as w(kind, subject_id, key)
       on f.kind = w.kind and f.subject_id = w.subject_id and f.key = w.key`,
    [wishes.map(({ kind }) => kind), wishes.map(({ subjectId }) => subjectId), wishes.map(({ key }) => key)],
  );
  const ids = new Set(known.map(({ kind, subjectId, key }) => `${kind} ${subjectId} ${key}`));
  return wishes.filter(({ kind, subjectId, key }) => !ids.has(`${kind} ${subjectId} ${key}`));
}
