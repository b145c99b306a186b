import { pickText, toLanguage } from '#libs/kernel';
import { Person } from '#libs/people';
import type { DataSource, EntityManager } from 'typeorm';
import { EpisodeText } from '../episode/episode-text.entity.js';
import { Episode } from '../episode/episode.entity.js';
import { openOnes, readAsked } from '../review/review-rows.js';
import { ShowText } from '../show/show-text.entity.js';
import { Show } from '../show/show.entity.js';
import { type GuestStage, guestStage } from './guest-life.state.js';
import type { GuestLink } from './guest-link.entity.js';

/** What every page behind a guest's link says at its head. */
export interface GuestFrame {
  personName: string;
  episode: { title: string; lang: string };
  show: { title: string; lang: string; accent: string; slug: string };
  stage: GuestStage;
  /** Quotes and clips that wait for this guest's answer. */
  waiting: number;
  /** False: this show asks nobody, nor was this guest asked before (`ux:K-22`). */
  hasReview: boolean;
}

/** Reads it in the language of the page, else the show's. The working copy's title: a guest comes long before the release. */
export async function readGuestFrame(
  db: DataSource | EntityManager,
  link: GuestLink,
  lang: string,
  now: Date,
): Promise<GuestFrame> {
  const episode = await db.getRepository(Episode).findOneByOrFail({ id: link.episodeId });
  const show = await db.getRepository(Show).findOneByOrFail({ id: episode.showId });
  const names = await db.getRepository(ShowText).find({ where: { showId: show.id }, order: { lang: 'ASC' } });
  const titles = await db
    .getRepository(EpisodeText)
    .createQueryBuilder('t')
    .innerJoin('episode_copies', 'c', `c.id = t.copyId and c.kind = 'working'`)
    .where('c.episode_id = :id and t.title <> :none', { id: episode.id, none: '' })
    .orderBy('t.lang')
    .getMany();
  const person = await db.getRepository(Person).findOneByOrFail({ id: link.personId });
  const home = toLanguage(show.language);
  const title = pickText(titles, lang, home);
  const name = pickText(names, lang, home);
  const asked = await readAsked(db, link);
  const open = openOnes(asked, link.personId);
  return {
    personName: person.name,
    episode: { title: title?.title ?? '', lang: title?.lang ?? home },
    show: { title: name?.title ?? show.slug, lang: name?.lang ?? home, accent: show.accent, slug: show.slug },
    stage: guestStage(link, episode, now),
    waiting: open.quotes.length + open.clips.length,
    hasReview: show.review.approval !== 'none' || asked.quotes.length + asked.clips.length > 0,
  };
}
