import {
  type EpisodeFact,
  episodeFacts,
  episodePlanned,
  type EventFact,
  eventFacts,
  type ShowFact,
  showFacts,
} from '#libs/catalog';
import { peopleFacts, type PersonFact } from '#libs/people';
import type { Subscriptions } from '#libs/queue';
import type { EntityManager } from 'typeorm';
import { requestBuild } from './request-build.js';

/**
 * What has to be built again after which fact. An order too many costs one reading: a feed whose content is the same
 * keeps its bytes and validators. New audio reaches feeds as `episode.updated`: a file that nobody has released does not.
 */
export const feedSubscriptions: Subscriptions = {
  [episodeFacts.published]: [onEpisode],
  [episodeFacts.updated]: [onShow], // it may have moved from one event to another
  [episodeFacts.unpublished]: [onEpisode],
  [episodeFacts.deleted]: [onEpisode],
  [episodeFacts.restored]: [onEpisode],
  [episodeFacts.opened]: [onEpisode],
  [episodeFacts.expired]: [onEpisode],
  [episodePlanned]: [onShow], // what is stored ahead of its moment
  [showFacts.changed]: [onShow],
  [showFacts.deleted]: [onShow],
  [eventFacts.changed]: [onEvent],
  [peopleFacts.personChanged]: [onPerson],
};

async function onEpisode({ showId, eventId }: EpisodeFact, manager: EntityManager): Promise<[]> {
  await requestBuild(manager, 'show', showId);
  if (eventId) await requestBuild(manager, 'event', eventId);
  return [];
}

/** The show's feed and those of its events, which carry its cover, category and owner. */
async function onShow({ showId }: ShowFact, manager: EntityManager): Promise<[]> {
  await requestBuild(manager, 'show', showId);
  const events: { id: string }[] = await manager.query('select id from events where show_id = $1 order by id', [
    showId,
  ]);
  for (const event of events) await requestBuild(manager, 'event', event.id);
  return [];
}

/** The show's feed too: links to talks name their event. */
async function onEvent({ showId, eventId }: EventFact, manager: EntityManager): Promise<[]> {
  return onEpisode({ episodeId: '', showId, eventId }, manager);
}

/** Every feed that names the person, as host or in a released episode. */
async function onPerson({ personId }: PersonFact, manager: EntityManager): Promise<[]> {
  const subjects: { kind: 'show' | 'event'; id: string }[] = await manager.query(
    `with released as (
       select e.show_id, e.event_id from appearances a
       join episode_copies c on c.id = a.copy_id and c.kind = 'released'
       join episodes e on e.id = c.episode_id and e.state = 'published'
       where a.person_id = $1
     )
     select 'show' as kind, show_id as id from released
     union select 'show', id from shows where $1 = any(host_ids)
     union select 'event', event_id from released where event_id is not null
     order by kind, id`,
    [personId],
  );
  for (const subject of subjects) await requestBuild(manager, subject.kind, subject.id);
  return [];
}
