import type { EmployerNaming } from '../episode/appearance.entity.js';
import type { EpisodeCopy } from '../episode/episode-copy.entity.js';

/** Where a name that is to be nowhere can still be read. */
export interface EmployerLeak {
  field:
    | 'title'
    | 'disclaimer'
    | 'biography'
    | 'link'
    | 'contact'
    | 'episodeTitle'
    | 'summary'
    | 'notes'
    | 'takeaways'
    | 'chapters'
    | 'transcript'
    | 'quote'
    | 'clip';
  lang: string;
}

export interface WrittenPlace {
  field: EmployerLeak['field'];
  lang: string;
  text: string;
}

/** What somebody wrote of the episode itself. */
export function placesOf({ texts, chapters }: EpisodeCopy): WrittenPlace[] {
  return [
    ...texts.flatMap(({ lang, title, summary, notes, takeaways }): WrittenPlace[] => [
      { field: 'episodeTitle', lang, text: title },
      { field: 'summary', lang, text: summary },
      { field: 'notes', lang, text: notes },
      { field: 'takeaways', lang, text: takeaways.map(({ text }) => text).join('\n') },
    ]),
    ...chapters.map(({ title }): WrittenPlace => ({ field: 'chapters', lang: '', text: title })),
  ];
}

/** Shorter ones are words of their own: A.I. is no *ai*. */
const leastJoined = 5;

/**
 * The places that name the employer of an appearance although it may not be named there (`ux:K-24`): as words of its
 * own, or as one word of an address, whatever capitals and accents; each place once. With `notes`, the notes may.
 */
export function findEmployerLeaks(
  { organisation, employer }: { organisation: string; employer: EmployerNaming },
  places: readonly WrittenPlace[],
): EmployerLeak[] {
  const name = fold(organisation).trim();
  if (employer === 'named' || name.length < 2) return [];
  const found = new Map<string, EmployerLeak>();
  for (const { field, lang, text } of places) {
    const mayName = employer === 'notes' && field === 'notes';
    if (!mayName && namesIt(text, name)) found.set(`${field} ${lang}`, { field, lang });
  }
  return [...found.values()];
}

function namesIt(text: string, name: string): boolean {
  const words = ` ${fold(text)} `;
  const joined = name.replaceAll(' ', '');
  return words.includes(` ${name} `) || (joined.length >= leastJoined && words.includes(` ${joined} `));
}

/** Words in small letters without accents, one space between them. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}
