import { cleanLine, cleanText, toLanguage } from '#libs/kernel';
import type { Proposals } from './episode-copy.entity.js';
import type { ChapterView } from './episode.view.js';
import { cleanChapters, findChapterProblems } from './chapters.plan.js';
import { type FileNameFacts, readFileName, toCapitals, toGuessedName, toNameCandidates } from './file-name.plan.js';

/** Tags of a file as the browser or the probe read them; all optional and none trusted. */
export interface FileTags {
  title?: string;
  artist?: string;
  album?: string;
  track?: string;
  date?: string;
  comment?: string;
  chapters?: readonly { startMs: number; title: string }[];
}

export interface DraftSources {
  fileName?: string;
  tags?: FileTags;
  show: { language: string; title: string; author: string };
  /** The highest number published so far; undefined where nothing is counted. */
  lastNumber: number | undefined;
  /** Persons whose address is one of `findNames`: id, name and slug. */
  known: readonly { id: string; name: string; slug: string }[];
}

/** Values for the empty fields of a draft, and where each came from (`ux:P-07` to P-09). */
export interface DraftPlan {
  title: string;
  summary: string;
  number: number | null;
  season: number | null;
  recordedOn: string | null;
  lang: string;
  chapters: ChapterView[];
  guestIds: string[];
  /** Names that no known person bears. */
  names: string[];
  proposals: Proposals;
}

/** The slugs of names that the file name and tags may hold, to be looked up before the plan is made. */
export function findNames(sources: Pick<DraftSources, 'fileName' | 'tags' | 'show'>): string[] {
  const { words } = readFileName(sources.fileName ?? '', sources.show.title);
  const artists = artistNames(sources).map((name) => toNameCandidates(name.split(' '))[0] ?? '');
  return [...new Set([...toNameCandidates(words), ...artists])].filter(Boolean).slice(0, 100);
}

/** Proposes what a draft may say. Tags go before the file name; a number nobody gave is the last published plus one. */
export function planDraft(sources: DraftSources): DraftPlan {
  const file = readFileName(sources.fileName ?? '', sources.show.title);
  const proposals: Proposals = {};
  const choose = <T>(field: string, tagged: T | undefined, named: T | undefined, shown?: T): T | undefined => {
    if (tagged !== undefined) proposals[field] = 'tags';
    else if (named !== undefined) proposals[field] = 'file-name';
    else if (shown !== undefined) proposals[field] = 'show';
    return tagged ?? named ?? shown;
  };
  const tags = readTags(sources.tags ?? {});
  const people = planPeople(sources, file);
  if (people.source) proposals['people'] = people.source;
  return {
    title: choose('title', tags.title, file.words.length ? toCapitals(file.words).slice(0, 255) : undefined) ?? '',
    summary: choose('summary', tags.summary, undefined) ?? '',
    number:
      choose(
        'number',
        tags.number,
        file.number,
        sources.lastNumber === undefined ? undefined : sources.lastNumber + 1,
      ) ?? null,
    season: choose('season', undefined, file.season) ?? null,
    recordedOn: choose('recordedOn', tags.date, file.date) ?? null,
    lang: toLanguage(sources.show.language),
    chapters: choose('chapters', tags.chapters, undefined) ?? [],
    guestIds: people.guestIds,
    names: people.names,
    proposals,
  };
}

function readTags(tags: FileTags) {
  const title = cleanLine(tags.title ?? '').slice(0, 255);
  const comment = cleanText(tags.comment ?? '').slice(0, 4000);
  const track = /^\s*0*(\d{1,4})\b/.exec(tags.track ?? '')?.[1];
  const chapters = cleanChapters((tags.chapters ?? []).slice(0, 500).map((chapter) => ({ ...chapter, url: '' })));
  return {
    title: title || undefined,
    summary: comment || undefined,
    number: track && Number(track) > 0 ? Number(track) : undefined,
    date: toDate(tags.date),
    chapters: chapters.length > 0 && findChapterProblems(chapters).length === 0 ? chapters : undefined,
  };
}

/** A whole date; a year alone says too little. */
function toDate(text = ''): string | undefined {
  const found = /^\s*(\d{4})-?(\d\d)-?(\d\d)/.exec(text);
  if (!found) return undefined;
  const date = `${found[1]}-${found[2]}-${found[3]}`;
  return Number.isNaN(Date.parse(`${date}T00:00:00Z`)) ? undefined : date;
}

/** Known persons named in the tags or the file name; else the names as names, for the producer to pick or create. */
function planPeople(sources: DraftSources, file: FileNameFacts) {
  const bySlug = new Map(sources.known.map((person) => [person.slug, person]));
  const knownIn = (words: readonly string[]) =>
    toNameCandidates(words)
      .flatMap((slug) => bySlug.get(slug) ?? [])
      .slice(0, 1);
  const artists = artistNames(sources);
  const tagged = artists.flatMap((name) => knownIn(name.split(' ')));
  const named = knownIn(file.words);
  if (tagged.length || named.length) {
    const guestIds = [...new Set([...tagged, ...named].map((person) => person.id))];
    return { guestIds, names: [], source: tagged.length ? ('tags' as const) : ('file-name' as const) };
  }
  // A file is named after its guest by hand; the artist tag often says the show's name, as the recorder was set up.
  const guess = toGuessedName(file.words);
  if (guess) return { guestIds: [], names: [guess], source: 'file-name' as const };
  return { guestIds: [], names: artists, source: artists.length ? ('tags' as const) : undefined };
}

/** The artist tag is a guest unless it is the show or its author. */
function artistNames({ tags, show }: Pick<DraftSources, 'tags' | 'show'>): string[] {
  const own = [show.title, show.author, tags?.album ?? ''].map((name) => cleanLine(name).toLowerCase());
  return cleanLine(tags?.artist ?? '')
    .split(/\s*[;/&]\s*|\s*,\s*/)
    .filter((name) => name.length > 1 && name.length <= 120 && !own.includes(name.toLowerCase()))
    .slice(0, 5);
}
