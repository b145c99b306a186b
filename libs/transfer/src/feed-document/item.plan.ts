import { all, type Element, first, textOf } from './element.js';
import { parseFeedDate } from './date.plan.js';
import { toPlain } from './html-text.js';
import type { FeedProblem, ImportedChapter, ImportedItem, ImportedTranscript, ProblemCode } from './imported-feed.js';
import { toEnclosure } from './enclosure.plan.js';
import { feedLimits } from './limits.js';
import { isCrew, toAiContent, toFunding, toLicence, toPersons, toPlaces, toRecords } from './podcast-tags.plan.js';
import { cut, toCount, toDuration, toFlag, toLine, toLines, toMoment, toUrl } from './values.js';

export interface ItemContext {
  /** Where relative addresses begin. */
  readonly url: string;
  readonly isAtom: boolean;
}

/** An item or entry as plain, clean values. What is missing or unbelievable is told in `problems`, never refused. */
export function toItem(element: Element, { url }: ItemContext): ImportedItem {
  const problems: FeedProblem[] = [];
  const note = (code: ProblemCode, params: FeedProblem['params'] = {}) => void problems.push({ code, params });
  const link = toUrl(textOf(element, 'link') || toAtomLink(element, 'alternate'), url);
  const enclosure = toEnclosure(element, url, note);
  const title = toTitle(element, note);
  const html = toHtml(element, note);
  const publishedAt = toDate(element, note);
  return {
    ...toGuid(element, { enclosure: enclosure?.url ?? '', link, title }, note),
    ...{ title, link, publishedAt, enclosure, html },
    summary: toSummary(element, html),
    durationMs: toDuration(textOf(element, 'itunes:duration')),
    number: toCount(textOf(element, 'itunes:episode', 'podcast:episode')),
    season: toCount(textOf(element, 'itunes:season', 'podcast:season')),
    seasonName: toLine(first(element, 'podcast:season')?.attributes['name'] ?? '', 128),
    display: toLine(first(element, 'podcast:episode')?.attributes['display'] ?? '', 32),
    type: toType(textOf(element, 'itunes:episodeType')),
    explicit: toFlag(textOf(element, 'itunes:explicit', 'googleplay:explicit')) ?? null,
    imageUrl: toUrl(first(element, 'itunes:image', 'googleplay:image')?.attributes['href'] ?? '', url),
    keywords: toKeywords(element),
    chapters: toChapters(element, url),
    chaptersUrl: toUrl(first(element, 'podcast:chapters')?.attributes['url'] ?? '', url),
    transcripts: toTranscripts(element, url),
    soundbites: toSoundbites(element),
    persons: toPersons(element, url).filter(({ group }) => !isCrew(group)),
    funding: toFunding(element, url),
    licence: toLicence(element, url),
    places: toPlaces(element),
    aiContent: toAiContent(element),
    blocked: textOf(element, 'itunes:block').toLowerCase() === 'yes',
    tags: toRecords(element, 'item').filter(
      ({ name }) => !name.startsWith('itunes:') && name !== 'podcast:alternateEnclosure',
    ),
    problems: problems.slice(0, feedLimits.problemsOfItem),
  };
}

type Note = (code: ProblemCode, params?: FeedProblem['params']) => void;

export function toAtomLink(element: Element, rel: string): string {
  const links = all(element, 'atom:link');
  return links.find(({ attributes }) => (attributes['rel'] ?? 'alternate') === rel)?.attributes['href'] ?? '';
}

function toTitle(element: Element, note: Note): string {
  const said = toPlain(textOf(element, 'title', 'atom:title', 'itunes:title'));
  if (said.length > feedLimits.title) note('TEXT_CUT', { what: 'title', n: said.length, max: feedLimits.title });
  const title = toLine(said, feedLimits.title);
  if (title === '') note('NO_TITLE');
  return title;
}

/** `feed:I07`; without a guid the enclosure's address is the usual one, as most apps take it then. */
function toGuid(
  element: Element,
  others: { enclosure: string; link: string; title: string },
  note: Note,
): Pick<ImportedItem, 'guid' | 'guidFrom'> {
  const said = cut(textOf(element, 'guid', 'atom:id'), feedLimits.guid).toWellFormed();
  if (said !== '') return { guid: said, guidFrom: 'feed' };
  const { enclosure, link, title } = others;
  const guidFrom = enclosure ? 'enclosure' : link ? 'link' : 'title';
  note('NO_GUID', { from: guidFrom });
  return { guid: enclosure || link || title, guidFrom };
}

function toDate(element: Element, note: Note): string | null {
  const said = textOf(element, 'pubDate', 'atom:published', 'dc:date', 'atom:updated', 'published', 'updated');
  if (said === '') {
    note('NO_DATE');
    return null;
  }
  const date = parseFeedDate(said);
  if (!date) note('BAD_DATE', { text: toLine(said, 60) });
  return date?.toISOString() ?? null;
}

function toHtml(element: Element, note: Note): string {
  const html = textOf(element, 'content:encoded', 'description', 'atom:content', 'atom:summary', 'itunes:summary');
  if (html.length > feedLimits.notes) note('TEXT_CUT', { what: 'notes', n: html.length, max: feedLimits.notes });
  return toLines(html, feedLimits.notes);
}

/** A short text beside the notes, where the feed has one that says something else. */
function toSummary(element: Element, html: string): string {
  const notes = comparable(toPlain(html));
  for (const name of ['itunes:subtitle', 'itunes:summary', 'description', 'atom:summary']) {
    const said = toPlain(textOf(element, name));
    const key = comparable(said);
    if (key === '' || said.length > feedLimits.summary) continue;
    if (!notes.includes(key.slice(0, 120)) && !key.includes(notes.slice(0, 120) || key))
      return cut(said, feedLimits.summary);
  }
  return '';
}

function comparable(text: string): string {
  return text.toLowerCase().replace(/[\W_]+/gu, '');
}

function toType(said: string): ImportedItem['type'] {
  const type = said.toLowerCase();
  return type === 'trailer' || type === 'bonus' ? type : 'full';
}

function toKeywords(element: Element): string[] {
  const listed = textOf(element, 'itunes:keywords').split(',');
  const categories = all(element, 'category').map(({ text }) => text);
  const words = [...listed, ...categories].map((word) => toLine(word, 60)).filter(Boolean);
  return [...new Set(words)].slice(0, 30);
}

function toChapters(element: Element, base: string): ImportedChapter[] {
  const list = first(element, 'psc:chapters');
  return (list ? all(list, 'psc:chapter') : []).flatMap(({ attributes }) => {
    const startMs = toMoment(attributes['start']);
    const title = toLine(attributes['title'] ?? '', 255);
    return startMs === null || !title ? [] : [{ startMs, title, url: toUrl(attributes['href'] ?? '', base) }];
  });
}

function toTranscripts(element: Element, base: string): ImportedTranscript[] {
  const found = all(element, 'podcast:transcript').flatMap(({ attributes }) => {
    const url = toUrl(attributes['url'] ?? '', base);
    const type = toLine(attributes['type'] ?? '', 60).toLowerCase();
    return url ? [{ url, type, language: toLine(attributes['language'] ?? '', 20) }] : [];
  });
  return found.slice(0, 20);
}

function toSoundbites(element: Element): ImportedItem['soundbites'] {
  const found = all(element, 'podcast:soundbite').flatMap(({ attributes, text }) => {
    const startMs = toMoment(attributes['startTime']);
    const durationMs = toDuration(attributes['duration'] ?? '');
    return startMs === null || durationMs === null ? [] : [{ startMs, durationMs, title: toLine(text, 128) }];
  });
  return found.slice(0, 50);
}
