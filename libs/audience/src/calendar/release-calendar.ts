import { type Addresses, Episode, EpisodeAddress, EpisodeCopy, Event, Show } from '#libs/catalog';
import { isId, type Language, pickText, toLanguage } from '#libs/kernel';
import { t, toRegion } from '#libs/messages';
import type { DataSource, EntityManager } from 'typeorm';
import { writeCalendar } from './write-calendar.js';

/**
 * The planned release as a calendar file; undefined unless it is announced and its moment is known (`ux:K-15`). It says
 * what the announcement says: the title, when, and where.
 */
export async function readReleaseCalendar(
  { manager }: DataSource,
  addresses: Addresses,
  episodeId: string,
): Promise<string | undefined> {
  const episode = isId(episodeId) ? await manager.findOneBy(Episode, { id: episodeId }) : null;
  const isShown = episode?.state === 'scheduled' && episode.isAnnounced && !episode.deletedAt;
  if (!isShown || !episode.scheduledAt) return undefined;
  const relations = { texts: true };
  const copy = await manager.findOne(EpisodeCopy, { where: { episodeId, kind: 'working' }, relations });
  const show = await manager.findOne(Show, { where: { id: episode.showId }, relations });
  if (!copy || copy.isUnlisted || !show || show.deletedAt) return undefined;
  const [lang, region] = [toLanguage(show.language), toRegion(show.language)];
  const name = pickText(show.texts, lang, show.language)?.title ?? show.slug;
  const title = pickText(copy.texts, lang, copy.language.slice(0, 2))?.title ?? name;
  const link = await findAddress(manager, addresses, { episode, show, lang });
  return writeCalendar({
    ...{ link, product: name, at: episode.scheduledAt, changedAt: episode.updatedAt },
    uid: `${episode.id}@${new URL(addresses.origin).hostname}`,
    title: t(region, 'followers.ics.summary', { show: name, title }),
    text: t(region, 'followers.ics.text', { link }),
  });
}

/** Of the page that announces it, which is the page of the episode later; the show's where there is none yet. */
async function findAddress(
  manager: EntityManager,
  addresses: Addresses,
  { episode, show, lang }: { episode: Episode; show: Show; lang: Language },
): Promise<string> {
  const rows = await manager.findBy(EpisodeAddress, { episodeId: episode.id, isCurrent: true });
  const row = rows.find((each) => each.lang === lang) ?? rows[0];
  const event = episode.eventId ? await manager.findOneBy(Event, { id: episode.eventId }) : null;
  if (!row) return event ? addresses.event(lang, event.slug) : addresses.show(lang, show.slug);
  return event ? addresses.talk(lang, event.slug, row.slug) : addresses.episode(lang, show.slug, row.slug);
}
