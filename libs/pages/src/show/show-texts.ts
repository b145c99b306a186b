import type { ShowView, TextView } from '#libs/catalog';
import { pickText, toLanguage } from '#libs/kernel';
import { nameFor } from '../episode/episode-row.js';
import type { Reader } from '../site/site.js';
import { shortLine } from '../site/words.js';
import type { ShowPart } from './show.view.js';

/** A show's name for a reader; its address where it has none. */
export function showTitle(show: ShowView, reader: Reader): string {
  return nameFor(show.texts, reader, show.language)?.title ?? show.slug;
}

/** What a listener gets: the producer's sentence, else the first one of the description. */
export function promiseOf(show: ShowView, reader: Reader): { lang: string; text: string } | undefined {
  const own = show.page.promises.find(({ lang }) => lang === reader.lang);
  const text = nameFor(show.texts, reader, show.language);
  const any = pickText(show.page.promises, reader.lang, toLanguage(show.language));
  // The description in the reader's language says more to them than a promise in another.
  if (own ?? (any && text?.lang !== reader.lang)) return own ?? any;
  return text?.description ? { lang: text.lang, text: firstSentence(text.description) } : any;
}

/** The description without what the promise says already; undefined when nothing is left. */
export function aboutOf(show: ShowView, reader: Reader): TextView | undefined {
  const text = nameFor(show.texts, reader, show.language);
  if (!text?.description.trim()) return undefined;
  return text.description.trim() === promiseOf(show, reader)?.text ? undefined : text;
}

/** What a season or mini-series is called: a season's number in the reader's words, a name in the language that it has. */
export interface PartName {
  number?: string;
  name?: { lang: string; name: string };
}

/** At least one of the two. */
export function partName(part: ShowPart, show: ShowView, reader: Reader): PartName {
  const number = part.season === undefined ? undefined : reader.t('site.seasonNumber', { number: part.season });
  const name = pickText(part.texts, reader.lang, toLanguage(show.language));
  return name?.name ? { number, name } : { number: number ?? part.query };
}

/** The description up to the end of its first sentence or line. */
function firstSentence(description: string): string {
  const line = description.trim().split('\n')[0]!;
  return /^.{20,220}?[.!?…](?=\s|$)/u.exec(line)?.[0] ?? shortLine(line, 200);
}
