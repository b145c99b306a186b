import type { Addresses, EpisodeView, GuestLink } from '#libs/catalog';
import { type Language, pickText, toLanguage } from '#libs/kernel';

/**
 * The episode's page in a language, under the segment of a text that exists; with the guest's `via` where it counts.
 *
 * @param atMs of the present release, which the address names once it is not the first one.
 */
export function kitAddress(
  addresses: Addresses,
  { episode, link }: { episode: EpisodeView; link: Pick<GuestLink, 'countsVia' | 'via'> },
  lang: Language,
  atMs?: number,
): string {
  const slug = pickText(episode.texts, lang, toLanguage(episode.showLanguage))?.slug ?? episode.id;
  const page = episode.event
    ? addresses.talk(lang, episode.event.slug, slug)
    : addresses.episode(lang, episode.showSlug, slug);
  const query = [
    ...(link.countsVia ? [`via=${link.via}`] : []),
    ...(atMs ? [`t=${Math.floor(atMs / 1000)}`] : []),
    ...(atMs && episode.timeLinks?.version ? [`r=${episode.timeLinks.version}`] : []),
  ].join('&');
  return query ? `${page}?${query}` : page;
}
