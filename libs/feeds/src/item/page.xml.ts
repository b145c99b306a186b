import type { Addresses, EpisodeView } from '#libs/catalog';
import { toLanguage } from '#libs/kernel';
import { pickLocal } from '../xml/local-text.js';
import { toAsciiUrl } from '../xml/url.js';

/** The page of an episode or talk in the feed's language (`feed:I24`). */
export function toPage(episode: EpisodeView, addresses: Addresses): string {
  const language = toLanguage(episode.showLanguage);
  const slug = pickLocal(episode.texts, episode.showLanguage)?.slug ?? '';
  return toAsciiUrl(
    episode.event
      ? addresses.talk(language, episode.event.slug, slug)
      : addresses.episode(language, episode.showSlug, slug),
  );
}
