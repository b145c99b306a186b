import type { EmployerNaming } from '../episode/appearance.entity.js';

/** Where a name that is to be nowhere can still be read. */
export interface EmployerLeak {
  field:
    | 'title'
    | 'disclaimer'
    | 'biography'
    | 'link'
    | 'now'
    | 'episodeTitle'
    | 'summary'
    | 'notes'
    | 'takeaways'
    | 'chapters';
  lang: string;
}

export interface WrittenPlace {
  field: EmployerLeak['field'];
  lang: string;
  text: string;
}

/**
 * The places that name the employer of an appearance although it may not be named there (`ux:K-24`): as words of its
 * own, whatever capitals and accents. With `notes`, the notes may.
 */
export function findEmployerLeaks(
  { organisation, employer }: { organisation: string; employer: EmployerNaming },
  places: readonly WrittenPlace[],
): EmployerLeak[] {
  const name = fold(organisation).trim();
  if (employer === 'named' || name.length < 2) return [];
  return places
    .filter(({ field, text }) => !(employer === 'notes' && field === 'notes') && namesIt(text, name))
    .map(({ field, lang }) => ({ field, lang }));
}

function namesIt(text: string, name: string): boolean {
  return ` ${fold(text)} `.includes(` ${name} `);
}

/** Words in small letters without accents, one space between them. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}
