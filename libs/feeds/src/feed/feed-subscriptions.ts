import {
  type EpisodeFact,
  episodeFacts,
  episodePlanned,
  type EventFact,
  eventFacts,
  highlightsChanged,
  personErased,
  type PersonErasedFact,
  type SelectionFact,
  selectionMade,
  type SeriesFact,
  seriesFacts,
  type ShowFact,
  showFacts,
  subscribersChanged,
  type SubscribersFact,
} from '#libs/catalog';
import { peopleFacts, type PersonFact } from '#libs/people';
import type { Subscriptions } from '#libs/queue';
import type { EntityManager } from 'typeorm';
import type { FeedRef, FeedWish } from '../kind/feed-ref.plan.js';
import { forgetErased } from '../history/forget-erased.js';
import { orderFeedsOf } from '../kind/order-feeds.js';
import { requestBuild } from './request-build.js';

/**
 * What has to be built again after which fact. An order too many costs one reading: a feed whose content is the same
 * keeps its bytes and validators. New audio reaches feeds as `episode.updated`: a file that nobody has released does not.
 */
export const feedSubscriptions: Subscriptions = {
  [episodeFacts.published]: [onEpisode],
  [episodeFacts.updated]: [onEpisode],
  [episodeFacts.unpublished]: [onEpisode],
  [episodeFacts.deleted]: [onEpisode],
  [episodeFacts.restored]: [onEpisode],
  [episodeFacts.opened]: [onEpisode],
  [episodeFacts.expired]: [onEpisode],
  [highlightsChanged]: [onEpisode], // its soundbites
  [episodePlanned]: [onEpisode], // what is stored ahead of its moment
  [showFacts.changed]: [onShow],
  [showFacts.deleted]: [onShow],
  [eventFacts.changed]: [onEvent],
  [seriesFacts.changed]: [onSeries],
  [subscribersChanged]: [onSubscribers],
  [selectionMade]: [onSelection],
  [peopleFacts.personChanged]: [onPerson],
  [personErased]: [onErased],
};

/** The feeds that it is in, and those that it has left. */
async function onEpisode({ episodeId, showId, eventId }: EpisodeFact, manager: EntityManager): Promise<[]> {
  const event = eventId ? [{ kind: 'event', subjectId: eventId, key: '', isWanted: true } as const] : [];
  await orderFeedsOf(manager, { episodeIds: [episodeId] }, [wanted('show', showId), ...event]);
  return [];
}

/** Everything that carries its cover, category and owner: all its own feeds, and all that have an episode of it. */
async function onShow({ showId }: ShowFact, manager: EntityManager): Promise<[]> {
  const own: FeedRef[] = await manager.query(
    `select kind, subject_id as "subjectId", key from feeds where subject_id = $1
       or subject_id in (select id from series where show_id = $1)
       or subject_id in (select id from events where show_id = $1)`,
    [showId],
  );
  const events: { id: string }[] = await manager.query('select id from events where show_id = $1', [showId]);
  await orderFeedsOf(manager, { showId }, [
    wanted('show', showId),
    ...events.map(({ id }) => wanted('event', id)),
    ...own.map((ref) => ({ ...ref, isWanted: false })),
  ]);
  return [];
}

/** The show's feed and those of people and tags too: links to talks name their event. */
async function onEvent({ showId, eventId }: EventFact, manager: EntityManager): Promise<[]> {
  await orderFeedsOf(manager, { eventId }, [wanted('show', showId), wanted('event', eventId)]);
  return [];
}

/** Every feed with one of its parts: items say which series they are of. */
async function onSeries({ seriesId }: SeriesFact, manager: EntityManager): Promise<[]> {
  await orderFeedsOf(manager, { seriesId }, [{ ...wanted('series', seriesId), isWanted: false }]);
  return [];
}

async function onSubscribers({ showId }: SubscribersFact, manager: EntityManager): Promise<[]> {
  await requestBuild(manager, 'private', showId);
  return [];
}

async function onSelection({ selectionId }: SelectionFact, manager: EntityManager): Promise<[]> {
  await requestBuild(manager, 'personal', selectionId);
  return [];
}

/** Every feed that names the person: as host, or in an episode. */
async function onPerson({ personId }: PersonFact, manager: EntityManager): Promise<[]> {
  const hosted: { id: string }[] = await manager.query('select id from shows where $1 = any(host_ids)', [personId]);
  const own = hosted.map(({ id }) => ({ ...wanted('show', id), isWanted: false }));
  const subFeeds: FeedRef[] = await manager.query(
    `select f.kind, f.subject_id as "subjectId", f.key from feeds f where f.subject_id = any($1::uuid[])
       or f.subject_id in (select id from series where show_id = any($1::uuid[]))`,
    [hosted.map(({ id }) => id)],
  );
  await orderFeedsOf(manager, { personId }, [
    ...own,
    ...subFeeds.map((ref) => ({ ...ref, isWanted: false })),
    { ...wanted('person', personId), isWanted: false },
  ]);
  return [];
}

async function onErased(fact: PersonErasedFact, manager: EntityManager): Promise<[]> {
  await forgetErased(manager, fact);
  return [];
}

function wanted(kind: FeedWish['kind'], subjectId: string): FeedWish {
  return { kind, subjectId, key: '', isWanted: true };
}
