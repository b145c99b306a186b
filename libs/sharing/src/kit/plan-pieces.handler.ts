import {
  type Addresses,
  Episode,
  EpisodePreviewQuery,
  EventQuery,
  GuestQuery,
  HomeQuery,
  readSite,
  ShowQuery,
  TagQuery,
} from '#libs/catalog';
import { type Clock, type Language, languages, system } from '#libs/kernel';
import { Person } from '#libs/people';
import type { PayloadOf } from '#libs/queue';
import type { DataSource } from 'typeorm';
import {
  cardLanguages,
  type CardSite,
  episodeCard,
  eventCard,
  homeCardOf,
  personCard,
  type PlannedCard,
  showCard,
  startCard,
  tagCard,
  teaserCard,
} from '../card/card-contents.plan.js';
import { KitPieces, type PieceWish } from './kit-pieces.js';
import { planInside } from './plan-inside.js';
import { planLink } from './plan-link.js';
import type { planPieces } from './piece.jobs.js';

export interface PlanPiecesDeps {
  dataSource: DataSource;
  clock: Clock;
  addresses: Addresses;
}

type Order = PayloadOf<typeof planPieces>;

/** Kinds of the cards that pages show. */
const cardKinds = ['card', 'card-start'];

/** Wants exactly the pieces that a subject is to have now; what cannot be seen by anybody has none. */
export function makePlanPieces(deps: PlanPiecesDeps): (order: Order) => Promise<void> {
  return async (order) => {
    if (order.subject === 'link') return planLink(deps, order);
    const wishes = await wishesOf(deps, await readSite(deps.dataSource), order);
    const { subject, subjectId, isBulk } = order;
    await deps.dataSource.transaction(async (manager) => {
      const isOther = await KitPieces.settle(manager, { subject, subjectId }, cardKinds, wishes, isBulk);
      // All that shows its name, cover or accent.
      if (isOther && subject === 'show') await planInside(manager, subjectId);
    });
  };
}

function wishesOf(deps: PlanPiecesDeps, site: CardSite, { subject, subjectId, name }: Order): Promise<PieceWish[]> {
  switch (subject) {
    case 'episode':
      return episodeCards(deps, site, subjectId);
    case 'show':
      return showCards(deps, site, subjectId);
    case 'event':
      return eventCards(deps, site, subjectId);
    case 'person':
      return personCards(deps, site, subjectId);
    case 'tag':
      return tagCards(deps, site, name);
    default:
      return siteCards(deps, site);
  }
}

/** Of what is released what listeners see; of what is announced the working copy with its day; of the rest nothing (`abuse:A31`). */
async function episodeCards({ dataSource, clock }: PlanPiecesDeps, site: CardSite, id: string): Promise<PieceWish[]> {
  const row = await dataSource.getRepository(Episode).findOneBy({ id });
  if (!row || row.deletedAt || row.purgedAt) return [];
  const isReleased = row.state === 'published';
  if (!isReleased && (!row.isAnnounced || row.state === 'withdrawn')) return [];
  const { working, released } = await new EpisodePreviewQuery(dataSource, clock).get(system, row.showId, id);
  const episode = released ?? working;
  const show = await new ShowQuery(dataSource, clock).byId(row.showId);
  if (!show) return [];
  const event = episode.event ? await new EventQuery(dataSource).byId(episode.event.id) : undefined;
  return cardLanguages(episode.texts, show.language).flatMap((lang) => {
    const card = episodeCard(site, lang, { episode, show, event });
    if (!isReleased) return [wide(lang, teaserCard(card, row.scheduledAt, show.timeZone))];
    const start = episode.startHereMs === null ? [] : [{ ...wide(lang, startCard(card, episode)), kind: 'card-start' }];
    return [wide(lang, card), ...start];
  });
}

async function showCards({ dataSource, clock }: PlanPiecesDeps, site: CardSite, id: string): Promise<PieceWish[]> {
  const show = await new ShowQuery(dataSource, clock).byId(id);
  return show ? cardLanguages(show.texts, show.language).map((lang) => wide(lang, showCard(site, lang, show))) : [];
}

async function eventCards({ dataSource, clock }: PlanPiecesDeps, site: CardSite, id: string): Promise<PieceWish[]> {
  const event = await new EventQuery(dataSource).byId(id);
  const show = event && (await new ShowQuery(dataSource, clock).byId(event.showId));
  if (!event || !show) return [];
  return cardLanguages(event.texts, show.language).map((lang) => wide(lang, eventCard(site, lang, { event, show })));
}

async function personCards({ dataSource, clock }: PlanPiecesDeps, site: CardSite, id: string): Promise<PieceWish[]> {
  const person = await dataSource.getRepository(Person).findOneBy({ id });
  const guest = person && (await new GuestQuery(dataSource, clock).bySlug(person.slug));
  return guest ? inBoth((lang) => personCard(site, lang, guest)) : [];
}

async function tagCards({ dataSource, clock }: PlanPiecesDeps, site: CardSite, slug: string): Promise<PieceWish[]> {
  const tag = await new TagQuery(dataSource, clock).bySlug(slug);
  return tag ? inBoth((lang) => tagCard(site, lang, tag)) : [];
}

async function siteCards({ dataSource, clock }: PlanPiecesDeps, site: CardSite): Promise<PieceWish[]> {
  const { shows } = await new HomeQuery(dataSource, clock).home(1);
  return inBoth((lang) => homeCardOf(site, lang, shows));
}

function inBoth(make: (lang: Language) => PlannedCard): PieceWish[] {
  return languages.map((lang) => wide(lang, make(lang)));
}

function wide(lang: Language, { content, alt }: PlannedCard): PieceWish {
  return { kind: 'card', shape: 'wide', lang, input: { ...content }, alt };
}
