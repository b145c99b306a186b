import type { Addresses, AppearanceView, ChapterView, EpisodeView } from '#libs/catalog';
import { cleanLine, cleanText, toLanguage } from '#libs/kernel';
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
 * The notes of an item: summary, show notes, who speaks (with title and employer as of the recording, `ux:K-27`), the
 * other parts of a mini-series, the times of the chapters and, as the last lines, who made its music, under which licence, and one disclaimer for each
 * guest who asked (ux 2.10). When it is too long for the description the notes are cut, never these.
 */
export function buildItemNotes(episode: EpisodeView, { addresses, parts }: ItemContext): ItemNotes {
  const text = pickLocal(episode.texts, episode.showLanguage);
  const summary = toParagraph(cleanLine(text?.summary ?? ''));
  const notes = toNotesHtml(cleanText(text?.notes ?? ''));
  const people = toPeopleList(episode, addresses);
  const others = toPartsList(episode, parts, addresses);
  const times = toTimesList(episode.chapters);
  const last = toLicences(episode) + toDisclaimers(episode);
  const content = summary + notes.rich + people + others + times + last;
  const description = fit(summary + notes.plain, [people, others, times], last);
  return { description, content: content === description ? '' : content };
}

/** Takes from the notes what the other parts need; a list that would take more than half of the room is left to `content:encoded`. */
function fit(notes: string, lists: readonly string[], last: string): string {
  const end = cutHtml(last, descriptionLimit / 2);
  let room = descriptionLimit - countBytes(end);
  const kept: string[] = [];
  for (const list of lists) {
    const fits = countBytes(notes) + countBytes(list) <= room || countBytes(list) <= room / 2;
    if (!fits) continue;
    kept.push(list);
    room -= countBytes(list);
  }
  return cutHtml(notes, room) + kept.join('') + end;
}

function toPeopleList(episode: EpisodeView, addresses: Addresses): string {
  const lines = episode.appearances.filter((appearance) => appearance.role !== 'host').map((a) => toPersonLine(a));
  return lines.length > 0 ? `<ul>${lines.join('')}</ul>` : '';

  function toPersonLine(appearance: AppearanceView): string {
    const title = pickLocal(appearance.texts, episode.showLanguage)?.title ?? '';
    const page = addresses.guest(toLanguage(episode.showLanguage), appearance.person.slug);
    const position = [title, appearance.organisation].map(cleanLine).filter(Boolean);
    const name = toAnchor(page, cleanLine(appearance.person.name));
    return `<li>${[name, ...position.map(escapeHtml)].join(', ')}</li>`;
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
