import {
  type EpisodeFact,
  episodeFacts,
  episodePlanned,
  type EventFact,
  eventFacts,
  guestLinkChanged,
  type GuestLinkFact,
  highlightsChanged,
  type ReviewFact,
  reviewFacts,
  type ShowFact,
  showFacts,
  siteChanged,
} from '#libs/catalog';
import { newId, uuidV5 } from '#libs/kernel';
import { peopleFacts, type PersonFact } from '#libs/people';
import type { Subscriptions, Work } from '#libs/queue';
import type { EntityManager } from 'typeorm';
import { noItem } from './piece-of-kit.entity.js';
import { planPieces, type PlanSubject } from './piece.jobs.js';

/**
 * Whose pieces are looked at again after which fact. A look too many costs some reading: pieces that show the same stay.
 */
export const pieceSubscriptions: Subscriptions = {
  [episodeFacts.published]: [onEpisode],
  [episodeFacts.updated]: [onEpisode],
  [episodeFacts.unpublished]: [onEpisode],
  [episodeFacts.deleted]: [onEpisode],
  [episodeFacts.restored]: [onEpisode],
  [episodeFacts.opened]: [onEpisode],
  [episodeFacts.expired]: [onEpisode],
  [episodePlanned]: [onEpisode],
  [highlightsChanged]: [onEpisode],
  [showFacts.changed]: [onShow],
  [showFacts.deleted]: [onShow],
  [eventFacts.changed]: [onEvent],
  [peopleFacts.personChanged]: [onPerson],
  [guestLinkChanged]: [onLink],
  [reviewFacts.settled]: [onLink],
  [siteChanged]: [async () => [planOf('site', noItem)]],
};

/** A tag has no row; its pieces hang on its address segment. */
export function tagSubjectId(slug: string): string {
  return uuidV5('6f1cf1a2-8a0e-4d7c-9b64-2f8f4a3d5e10', slug);
}

export function planOf(subject: PlanSubject, subjectId: string, name = '', isBulk = false): Work {
  return { job: planPieces, payload: { subject, subjectId, name, isBulk, version: newId() } };
}

/** Itself, its guests' kits, and whoever counts its episodes: its people, its tags, the first page. */
async function onEpisode({ episodeId, showId }: EpisodeFact, manager: EntityManager): Promise<Work[]> {
  const around: { subject: PlanSubject; id: string; name: string }[] = await manager.query(
    `select distinct 'person' as subject, a.person_id::text as id, '' as name from appearances a
       join episode_copies c on c.id = a.copy_id where c.episode_id = $1
     union select 'link', id::text, '' from guest_links where episode_id = $1
     union select 'tag', '', unnest(tag_slugs) from episode_copies where episode_id = $1`,
    [episodeId],
  );
  return [
    planOf('episode', episodeId),
    planOf('show', showId),
    planOf('site', noItem),
    ...around.map(({ subject, id, name }) => planOf(subject, subject === 'tag' ? tagSubjectId(name) : id, name)),
  ];
}

/** What is inside of it follows when its own card changes (`planInside`). */
async function onShow({ showId }: ShowFact): Promise<Work[]> {
  return [planOf('show', showId), planOf('site', noItem)];
}

async function onEvent({ eventId }: EventFact, manager: EntityManager): Promise<Work[]> {
  const talks: { id: string }[] = await manager.query('select id from episodes where event_id = $1', [eventId]);
  return [planOf('event', eventId), ...talks.map(({ id }) => planOf('episode', id, '', talks.length > few))];
}

/** A name or a photograph is on every card that the person is on (`ux:K-25`). */
async function onPerson({ personId }: PersonFact, manager: EntityManager): Promise<Work[]> {
  const shown: { subject: PlanSubject; id: string }[] = await manager.query(
    `select distinct 'episode' as subject, c.episode_id as id from appearances a
       join episode_copies c on c.id = a.copy_id where a.person_id = $1
     union select 'link', l.id from guest_links l where l.episode_id in
       (select c.episode_id from appearances a join episode_copies c on c.id = a.copy_id where a.person_id = $1)
     union select 'episode', e.id from episodes e join shows s on s.id = e.show_id
       where $1 = any(s.host_ids) and e.state = 'published'`,
    [personId],
  );
  return [planOf('person', personId), ...shown.map(({ subject, id }) => planOf(subject, id, '', shown.length > few))];
}

async function onLink({ linkId }: GuestLinkFact | ReviewFact): Promise<Work[]> {
  return [planOf('link', linkId)];
}

/** More than so many at once wait behind everything that somebody waits for. */
const few = 20;
