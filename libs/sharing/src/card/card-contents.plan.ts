import type {
  AppearanceView,
  EpisodeView,
  EventView,
  GuestView,
  QuoteView,
  ShowView,
  SiteSettings,
} from '#libs/catalog';
import { formatTimeCode, isLanguage, type Language, pickText, toLanguage } from '#libs/kernel';
import { formatDate, formatDayRange, type Region, t, toRegion } from '#libs/messages';
import { type CardContent, type CardPerson, toCardContent } from './card.content.js';

/** A card before it is drawn, with what it shows in words. */
export interface PlannedCard {
  content: CardContent;
  alt: string;
}

export type CardSite = Pick<SiteSettings, 'name' | 'regions'>;

export interface EpisodeCardView {
  episode: EpisodeView;
  show: ShowView;
  event?: EventView;
}

/** The languages that texts have pages in; without any, the home's. */
export function cardLanguages(texts: readonly { lang: string }[], home: string): Language[] {
  const found = texts.map(({ lang }) => lang.toLowerCase().split('-')[0]).filter(isLanguage);
  return found.length > 0 ? [...new Set(found)] : [toLanguage(home)];
}

/** The regional form of a page in this language around something in the other (`readerOf` of pages). */
export function cardRegion(site: CardSite, lang: Language, home: string): Region {
  return home.includes('-') && toLanguage(home) === lang ? toRegion(home) : site.regions[lang];
}

/**
 * An episode: who is in it with the title and employer of the day, and what it is about. Employers that may not be
 * named are not in the view, and so not here (`ux:K-24`). `only`: one guest's own card.
 */
export function episodeCard(site: CardSite, lang: Language, view: EpisodeCardView, only?: string): PlannedCard {
  const { episode, show } = view;
  const region = cardRegion(site, lang, show.language);
  const title = titleOf(episode, lang);
  const people = onCard(episode, only).map((each) => toCardPerson(each, lang, show.language));
  const hosts = show.hosts.map(({ name }) => name);
  const line = people.length === 0 && hosts.length > 0 ? t(region, 'card.with', { names: listOf(region, hosts) }) : '';
  const content = toCardContent({
    ...{ kind: 'episode', region, title, people, line },
    ...inShow(view, lang),
    peaks: episode.enclosure?.peaks ?? [],
  });
  return { content, alt: episodeAlt(content) };
}

/** The same with the mark where it gets good (`ux` 6, 3). */
export function startCard(card: PlannedCard, episode: EpisodeView): PlannedCard {
  const { startHereMs, enclosure } = episode;
  if (startHereMs === null || !enclosure) return card;
  const note = t(card.content.region, 'card.from', { time: formatTimeCode(startHereMs) });
  const at = Math.min(1, startHereMs / Math.max(1, enclosure.durationMs));
  return { content: { ...card.content, note, at }, alt: `${card.alt} ${note}.` };
}

/** Before the release: the day, and nothing of the sound yet. */
export function teaserCard(card: PlannedCard, releaseAt: Date | null, timeZone: string): PlannedCard {
  const { region } = card.content;
  const note = releaseAt ? t(region, 'card.out', { date: formatDate(region, releaseAt, timeZone) }) : '';
  return { content: { ...card.content, note, peaks: [], at: null }, alt: note ? `${card.alt} ${note}.` : card.alt };
}

/** One sentence of one person, in a wording that was approved in this language (`ux:K-19`). */
export function quoteCardOf(
  site: CardSite,
  view: EpisodeCardView,
  { quote, text }: { quote: QuoteView; text: QuoteView['texts'][number] },
): PlannedCard | undefined {
  const { episode, show } = view;
  const appearance = episode.appearances.find(({ person }) => person.id === quote.personId);
  if (!appearance) return undefined;
  const lang = toLanguage(text.lang);
  const region = cardRegion(site, lang, show.language);
  const note = text.isTranslation ? t(region, 'card.translated', { language: baseOf(quote.language) }) : '';
  const content = toCardContent({
    ...{ kind: 'quote', region, title: text.text, note },
    people: [toCardPerson(appearance, lang, show.language)],
    ...inShow(view, lang),
    peaks: episode.enclosure?.peaks ?? [],
  });
  const params = { names: appearance.person.name, quote: text.text, show: content.above };
  const alt = t(region, 'card.alt.quote', params);
  return { content, alt: note ? `${alt} (${note})` : alt };
}

export function showCard(site: CardSite, lang: Language, show: ShowView): PlannedCard {
  const region = cardRegion(site, lang, show.language);
  const text = pickText(show.texts, lang, toLanguage(show.language));
  const promise = pickText(show.page.promises, lang, toLanguage(show.language))?.text;
  const title = text?.title ?? show.slug;
  const line = firstSentence(promise || text?.description || '');
  const { coverKey, accent } = show;
  return {
    content: toCardContent({ kind: 'show', region, title, line, coverKey, accent }),
    alt: [title, line].filter(Boolean).join('. '),
  };
}

export function eventCard(
  site: CardSite,
  lang: Language,
  { event, show }: { event: EventView; show: ShowView },
): PlannedCard {
  const region = cardRegion(site, lang, show.language);
  const title = pickText(event.texts, lang, toLanguage(show.language))?.name ?? event.slug;
  const line = [formatDayRange(region, event.startsOn, event.endsOn), event.place].filter(Boolean).join(', ');
  const above = pickText(show.texts, lang, toLanguage(show.language))?.title ?? '';
  const { coverKey, accent } = show;
  const content = toCardContent({ kind: 'event', region, title, line, above, coverKey, accent });
  return { content, alt: `${title}. ${line}.` };
}

export function personCard(site: CardSite, lang: Language, guest: GuestView): PlannedCard {
  const region = site.regions[lang];
  const count = guest.appearances.length;
  const person = {
    name: guest.name,
    role: roleOf(guest.now?.title, guest.now?.organisation),
    photoKey: guest.photoKey,
  };
  const note = t(region, 'card.episodes', { count });
  return {
    content: toCardContent({ kind: 'person', region, title: '', people: [person], note }),
    alt: t(region, 'card.alt.person', { names: guest.name, count }),
  };
}

export function tagCard(site: CardSite, lang: Language, tag: { name: string; count: number }): PlannedCard {
  const region = site.regions[lang];
  const line = t(region, 'card.episodes', { count: tag.count });
  const title = `#${tag.name}`;
  return { content: toCardContent({ kind: 'tag', region, title, line }), alt: `${title}. ${line}.` };
}

export function homeCardOf(site: CardSite, lang: Language, shows: readonly ShowView[]): PlannedCard {
  const region = site.regions[lang];
  const coverKeys = shows.flatMap(({ coverKey }) => coverKey ?? []).slice(0, 5);
  const line = t(region, 'card.homeLine');
  return {
    content: toCardContent({ kind: 'home', region, title: site.name, line, coverKeys }),
    alt: `${site.name}. ${line}`,
  };
}

export function titleOf(episode: EpisodeView, lang: Language): string {
  return pickText(episode.texts, lang, toLanguage(episode.showLanguage))?.title ?? '';
}

/** Title and employer in one line, whichever there are. */
export function roleOf(title = '', organisation = ''): string {
  return [title, organisation].filter((part) => part !== '').join(', ');
}

/** Names as a sentence has them: `A, B et C`. */
export function listOf(region: Region, names: readonly string[]): string {
  return new Intl.ListFormat(region, { type: 'conjunction' }).format(names);
}

export const baseOf = (language: string): string => language.toLowerCase().split('-')[0]!;

/** Guests, speakers and panellists in the order of the programme; of an episode without any, whoever else appears but hosts. */
function onCard({ appearances }: EpisodeView, only: string | undefined): AppearanceView[] {
  if (only) return appearances.filter(({ person }) => person.id === only).slice(0, 1);
  const guests = appearances.filter(({ role }) => role === 'guest' || role === 'speaker' || role === 'panellist');
  return guests.length > 0 ? guests.slice(0, 40) : appearances.filter(({ role }) => role === 'moderator').slice(0, 40);
}

function toCardPerson({ person, texts, organisation }: AppearanceView, lang: Language, home: string): CardPerson {
  const role = roleOf(pickText(texts, lang, toLanguage(home))?.title, organisation);
  return { name: person.name, role, photoKey: person.photoKey };
}

/** A talk is of its event, an episode of its show; the show's cover and accent either way. */
function inShow({ episode, show, event }: EpisodeCardView, lang: Language) {
  const home = toLanguage(show.language);
  const title = pickText(show.texts, lang, home)?.title ?? show.slug;
  const above = (event && pickText(event.texts, lang, home)?.name) ?? title;
  return { above, coverKey: episode.coverKey ?? show.coverKey, accent: show.accent };
}

function episodeAlt({ people, title, above, region }: CardContent): string {
  const show = above;
  if (people.length === 0) return t(region, 'card.alt.episodeBare', { title, show });
  const names =
    people.length === 1
      ? roleOf(people[0]!.name, people[0]!.role)
      : listOf(
          region,
          people.map(({ name }) => name),
        );
  return t(region, 'card.alt.episode', { names, title, show });
}

function firstSentence(text: string): string {
  const line = text
    .replace(/[#*_`>[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const end = /[.!?…](?=\s|$)/.exec(line);
  return end && end.index < 160 ? line.slice(0, end.index + 1) : line.slice(0, 160);
}
