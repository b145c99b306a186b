import type { Addresses } from '#libs/catalog';
import { type Language, pickText, toLanguage } from '#libs/kernel';
import { formatDate, type Region } from '#libs/messages';
import { kitAddress } from '../life/kit-address.plan.js';
import type { KitView } from '../life/kit.view.js';
import type { KitTextFacts } from './kit-text.facts.js';
import { toTopic } from './sentence.plan.js';

/** What a kit's texts may say in a region's language: approved words of this guest, and what the episode's page says. */
export function toKitTextFacts(addresses: Addresses, view: KitView, region: Region): KitTextFacts {
  const lang = toLanguage(region);
  const { episode, show, event, appearance, personName } = view;
  const text = pickText(episode.texts, lang, toLanguage(episode.showLanguage));
  const title = text?.title ?? '';
  const startMs = view.isReleased ? (episode.startHereMs ?? 0) : 0;
  return {
    region,
    quotes: view.quotes.flatMap(({ texts, language }) => {
      const own = texts.find((each) => isIn(lang, each.lang));
      return own ? [{ text: own.text, isTranslation: own.isTranslation, spoken: language }] : [];
    }),
    takeaways: (episode.texts.find((each) => isIn(lang, each.lang))?.takeaways ?? []).map((each) => each.text),
    topic: toTopic(title, personName),
    title,
    show: pickText(show.texts, lang, toLanguage(show.language))?.title ?? show.slug,
    hosts: toHosts(view),
    role: appearance?.role ?? 'guest',
    event: event ? (pickText(event.texts, lang, toLanguage(show.language))?.name ?? '') : '',
    spoken: toLanguageTag(episode.language),
    durationMs: episode.enclosure?.durationMs ?? 0,
    link: kitAddress(addresses, view, lang),
    startLink: startMs > 0 ? kitAddress(addresses, view, lang, startMs) : '',
    startMs,
    disclaimer: toDisclaimer(view, lang),
    date: view.releaseAt ? formatDate(region, view.releaseAt, view.link.timeZone) : '',
    isReleased: view.isReleased,
    tags: isIn(lang, show.language) ? episode.tags.map(({ name }) => name) : [],
  };
}

/** In the language of the text; one that there is only in the other is better than none (`ux:K-29`). */
export function toDisclaimer({ appearance }: Pick<KitView, 'appearance'>, lang: Language): string {
  const written = (appearance?.texts ?? []).filter(({ disclaimer }) => disclaimer !== '');
  return (written.find((each) => isIn(lang, each.lang)) ?? written[0])?.disclaimer ?? '';
}

/** Who leads the talk: those of the episode, else the show's own; never the guest. */
function toHosts({ episode, show, link }: KitView): string[] {
  const leading = episode.appearances.filter(({ role }) => role === 'host' || role === 'moderator');
  const persons = leading.length > 0 || episode.event ? leading.map(({ person }) => person) : show.hosts;
  return persons.filter(({ id }) => id !== link.personId).map(({ name }) => name);
}

function isIn(lang: Language, tag: string): boolean {
  return toLanguageTag(tag) === lang;
}

function toLanguageTag(tag: string): string {
  return tag.toLowerCase().split('-')[0]!;
}
