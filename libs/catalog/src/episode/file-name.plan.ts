import { cleanLine, toSlug } from '#libs/kernel';

/** What the name of a file says. `words` are what remains, in order, as candidates for a title and for guests. */
export interface FileNameFacts {
  number?: number;
  season?: number;
  /** `YYYY-MM-DD`. */
  date?: string;
  words: string[];
}

/** Words of studios and editors that say nothing to a listener. */
const noise =
  /^(final[a-z]*\d*|finale?|v\d+|ver\d*|version|rev\d*|mix(down|ed)?\d*|master(ed|ing)?\d*|export(ed)?|edit(ed)?|raw|draft|copy|copie|audio|video|sound|son|bounce|take\d*|ok|new|old|web|wav|mp3|hd|\d+k(hz|bps)?|\d+bits?|mono|stereo|st[eé]r[eé]o|podcast)$/i;

/**
 * Reads `MNC-087-jean-tremblay-FINAL2.wav` as number 87 and the words jean, tremblay (`ux:P-08`). A first word in
 * capitals before a number is the show's code and is dropped; so is a word of the show's own name.
 */
export function readFileName(fileName: string, showName = ''): FileNameFacts {
  const facts: FileNameFacts = { words: [] };
  const stem = cleanLine(fileName.slice(0, 1000))
    .replace(/^.*[\\/]/, '')
    .replace(/\.[a-z0-9]{2,4}$/i, '');
  const parts = takeDate(stem, facts)
    .split(/[\s_.\-–—()[\]#,]+/)
    .filter(Boolean);
  const own = new Set(toSlug(showName, '').split('-').filter(Boolean));
  const initials = toSlug(showName, '')
    .split('-')
    .map((word) => word[0])
    .join('');
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i]!;
    if (noise.test(part) || takeNumber(part, parts[i + 1], facts)) continue;
    const isCode = facts.words.length === 0 && /^[A-Z]{2,6}$/.test(part) && /^\d/.test(parts[i + 1] ?? '');
    if (
      isCode ||
      /^(ep|episode|épisode|no|nr)$/i.test(part) ||
      own.has(toSlug(part, '')) ||
      toSlug(part, '') === initials
    )
      continue;
    facts.words.push(part);
  }
  return facts;
}

/** Slugs of every run of two to four neighbouring words: the names of persons that might be in there. */
export function toNameCandidates(words: readonly string[]): string[] {
  const runs: string[] = [];
  for (let length = Math.min(4, words.length); length >= 2; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      runs.push(toSlug(words.slice(from, from + length).join(' '), ''));
    }
  }
  return runs.filter(Boolean);
}

/** The words as a person's name, when they could be one: two or three words of letters, none of them a word of phrases. */
export function toGuessedName(words: readonly string[]): string | undefined {
  if (words.length < 2 || words.length > 3) return undefined;
  const areLetters = words.every((word) => /^\p{L}[\p{L}'’.]*$/u.test(word) && word.length > 1);
  return areLetters && !words.some((word) => phraseWords.has(word.toLowerCase())) ? toCapitals(words) : undefined;
}

/** Words with a capital each: `jean tremblay` → `Jean Tremblay`; words that have capitals already keep them. */
export function toCapitals(words: readonly string[]): string {
  return words.map((word) => (/\p{Lu}/u.test(word) ? fold(word) : word[0]!.toUpperCase() + word.slice(1))).join(' ');
}

function fold(word: string): string {
  return /^\p{Lu}{4,}$/u.test(word) ? word[0]! + word.slice(1).toLowerCase() : word;
}

const phraseWords = new Set(
  (
    'the a an of in on at to for and or with from by how why what when who is are my your our new part talk keynote panel ' +
    'interview intro trailer bonus le la les un une des du de et ou avec pour sur dans en au aux comment pourquoi quoi qui ' +
    'partie table ronde entretien entrevue conférence conference episode épisode show test demo sample recording'
  ).split(' '),
);

function takeDate(stem: string, facts: FileNameFacts): string {
  const found = /(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(stem);
  if (!found) return stem;
  facts.date = `${found[1]}-${found[2]}-${found[3]}`;
  return `${stem.slice(0, found.index)} ${stem.slice(found.index + found[0].length)}`;
}

/** A number is `087`, `ep87`, `e87` or `s03e87`; the first one counts. */
function takeNumber(part: string, _next: string | undefined, facts: FileNameFacts): boolean {
  const found = /^(?:s(\d{1,3}))?(?:e|ep|episode|épisode|no)?0*(\d{1,4})$/i.exec(part);
  if (!found || facts.number !== undefined) return false;
  facts.number = Number(found[2]);
  if (found[1]) facts.season = Number(found[1]);
  return true;
}
