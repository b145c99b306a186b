import type { Addresses, AppearanceView, ChapterView, EpisodeView, Takeaway } from '#libs/catalog';
import { cleanLine, cleanText, toLanguage } from '#libs/kernel';
import { t, toRegion } from '#libs/messages';
import { toOrderedChapters, toTimeStamp } from '../item/chapters.xml.js';
import type { ItemContext } from '../item/item-context.plan.js';
import { toPage } from '../item/page.xml.js';
import { toTitle } from '../item/title.xml.js';
import { countBytes } from '../xml/limit.js';
import { pickLocal } from '../xml/local-text.js';
import { cutHtml } from './cut-html.js';
import { escapeHtml, toAnchor, toNotesHtml, toParagraph } from './notes-html.js';

/** Apple's limit in bytes of UTF-8, tags included (`feed:I13`). */
const descriptionLimit = 4000;

export interface ItemNotes {
  /** At most 4,000 bytes, plain tags only. */
  description: string;
  /** The whole notes, for `content:encoded`; empty when the description already says everything. */
  content: string;
}

/**
 * The notes of an item: summary, takeaways with their times (`ux:A-06`), show notes, who speaks (with title and employer
 * as of the recording, also one that only the notes may name, `ux:K-27`), the other parts of a mini-series, the times of the chapters and, as the last lines, who made its music, under which licence, and one disclaimer for each
 * guest who asked (ux 2.10). When it is too long for the description the notes are cut, never these.
 */
export function buildItemNotes(episode: EpisodeView, { addresses, parts }: ItemContext): ItemNotes {
  const text = pickLocal(episode.texts, episode.showLanguage);
  const summary = toParagraph(cleanLine(text?.summary ?? ''));
  const takeaways = toTakeawaysList(text?.takeaways ?? []);
  const notes = toNotesHtml(cleanText(text?.notes ?? ''));
  const people = toPeopleList(episode, addresses);
  const others = toPartsList(episode, parts, addresses);
  const times = toTimesList(episode.chapters);
  const last = toLicences(episode) + toDisclaimers(episode);
  const content = summary + takeaways + notes.rich + people + others + times + last;
  const lists = { before: takeaways, after: [people, others, times] };
  const description = fit({ summary, notes: notes.plain }, lists, last);
  return { description, content: content === description ? '' : content };
}

/** Takes from the notes what the other parts need; a list that would take more than half of the room is left to `content:encoded`. */
function fit(
  { summary, notes }: { summary: string; notes: string },
  { before, after }: { before: string; after: readonly string[] },
  last: string,
): string {
  const end = cutHtml(last, descriptionLimit / 2);
  let room = descriptionLimit - countBytes(end);
  const written = countBytes(summary) + countBytes(notes);
  const kept = [before, ...after].filter((list) => {
    const fits = written + countBytes(list) <= room || countBytes(list) <= room / 2;
    if (fits) room -= countBytes(list);
    return fits;
  });
  const [first, others] = before && kept[0] === before ? [before, kept.slice(1)] : ['', kept];
  const opening = cutHtml(summary, room);
  return opening + first + cutHtml(notes, room - countBytes(opening)) + others.join('') + end;
}

/** The times stand behind the words: a line that begins with one is taken for a chapter. */
function toTakeawaysList(takeaways: readonly Takeaway[]): string {
  const withHours = takeaways.some(({ atMs }) => atMs !== null && atMs >= 3_600_000);
  const lines = takeaways.map(({ text, atMs }) => {
    const time = atMs === null ? '' : ` (${toTimeStamp(atMs, withHours)})`;
    return `<li>${escapeHtml(cleanLine(text))}${time}</li>`;
  });
  return lines.length > 0 ? `<ul>${lines.join('')}</ul>` : '';
}

function toPeopleList(episode: EpisodeView, addresses: Addresses): string {
  const lines = episode.appearances.filter((appearance) => appearance.role !== 'host').map((a) => toPersonLine(a));
  return lines.length > 0 ? `<ul>${lines.join('')}</ul>` : '';

  function toPersonLine(appearance: AppearanceView): string {
    const title = pickLocal(appearance.texts, episode.showLanguage)?.title ?? '';
    const page = addresses.guest(toLanguage(episode.showLanguage), appearance.person.slug);
    const employer = appearance.organisation || appearance.organisationInNotes;
    const position = [title, employer].map(cleanLine).filter(Boolean).join(', ');
    const name = toAnchor(page, cleanLine(appearance.person.name));
    const then = position && t(toRegion(episode.showLanguage), 'episode.thenPosition', { position });
    return `<li>${[name, ...(then ? [escapeHtml(then)] : [])].join(', ')}</li>`;
  }
}

/** The other parts of a mini-series, each by its page (`ux:A-09`). */
function toPartsList({ id, series }: EpisodeView, parts: ItemContext['parts'], addresses: Addresses): string {
  const others = (series ? (parts.get(series.id) ?? []) : []).filter((part) => part.id !== id);
  const lines = others.slice(0, 20).map((part) => `<li>${toAnchor(toPage(part, addresses), toTitle(part))}</li>`);
  return lines.length > 0 ? `<ul>${lines.join('')}</ul>` : '';
}

/** Apps make the times into links; Apple wants the first at 00:00 and Spotify each on a line of its own. */
function toTimesList(chapters: readonly ChapterView[]): string {
  const ordered = toOrderedChapters(chapters);
  if (ordered.length === 0) return '';
  const withHours = ordered.at(-1)!.startMs >= 3_600_000;
  const lines = ordered.map((c) => `<li>${toTimeStamp(c.startMs, withHours)} ${escapeHtml(c.title)}</li>`);
  return `<ul>${lines.join('')}</ul>`;
}

function toLicences({ licences }: EpisodeView): string {
  return licences.map((line) => toParagraph(cleanLine(line))).join('');
}

function toDisclaimers(episode: EpisodeView): string {
  return episode.appearances
    .map((appearance) => cleanLine(pickLocal(appearance.texts, episode.showLanguage)?.disclaimer ?? ''))
    .map(toParagraph)
    .join('');
}
