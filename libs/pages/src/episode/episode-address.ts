import type { Addresses, EpisodeView } from '#libs/catalog';
import { isLanguage, type Language, languages, pickText, toLanguage } from '#libs/kernel';

/** What an episode has in several languages. */
interface Worded<Text extends { lang: string }> {
  texts: readonly Text[];
  showLanguage: string;
}

/** What an episode's address is made of. */
type Placed = Worded<{ lang: string; slug: string }> &
  Pick<EpisodeView, 'id' | 'showSlug'> & { event: { slug: string } | null };

/** The text of an episode for a reader: asked language, the show's, any. */
export function episodeText<Text extends { lang: string }>(episode: Worded<Text>, lang: Language): Text | undefined {
  return pickText(episode.texts, lang, toLanguage(episode.showLanguage));
}

/** The episode's (or talk's) page in a language, absolute; under the slug of a text that exists. */
export function episodeAddress(addresses: Addresses, episode: Placed, lang: Language): string {
  const slug = episodeText(episode, lang)?.slug ?? episode.id;
  return episode.event
    ? addresses.talk(lang, episode.event.slug, slug)
    : addresses.episode(lang, episode.showSlug, slug);
}

/** The page in every language that the episode has a text in, the show's own first. */
export function episodeAlternates(addresses: Addresses, episode: EpisodeView): { lang: Language; href: string }[] {
  const home = toLanguage(episode.showLanguage);
  const has = (lang: Language) => episode.texts.some((text) => text.lang === lang);
  return [...languages]
    .sort((a, b) => Number(b === home) - Number(a === home))
    .filter(has)
    .map((lang) => ({ lang, href: episodeAddress(addresses, episode, lang) }));
}

/** The one address of this content: the page in its text's own language when the reader's has none. */
export function episodeCanonical(addresses: Addresses, episode: EpisodeView, lang: Language): string {
  const textLang = episodeText(episode, lang)?.lang;
  return episodeAddress(addresses, episode, isLanguage(textLang) ? textLang : lang);
}

/** The address of the published file: the same that the feed announces. */
export function enclosureAddress(addresses: Addresses, episode: EpisodeView): string | undefined {
  return episode.enclosure ? addresses.enclosureOf(episode) : undefined;
}
