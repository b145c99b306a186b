import type { Key } from './translate.js';
import type { Region } from './region.js';

/** What a region says otherwise than the base catalogue of its language (base: fr-CA, en-CA). */
export const overlays: Partial<Record<Region, Partial<Record<Key, string>>>> = {
  'fr-FR': {
    'public.emptyShowTitle': 'Le premier épisode arrive bientôt.',
    'public.noCookies': 'Ni cookies ni traceurs : rien ici ne vous suit.',
  },
  'en-US': {},
};

/** Words that France uses for Québec's, applied to every French message; the first that matches wins. */
const franceWords: readonly (readonly [RegExp, string])[] = [
  [/\bcourriels\b/g, 'e-mails'],
  [/\bCourriels\b/g, 'E-mails'],
  [/\bcourriel\b/g, 'e-mail'],
  [/\bCourriel\b/g, 'E-mail'],
  [/\btéléversements\b/g, 'envois'],
  [/\bTéléversements\b/g, 'Envois'],
  [/\btéléversement\b/g, 'envoi'],
  [/\bTéléversement\b/g, 'Envoi'],
  [/\btéléversée/g, 'envoyée'],
  [/\btéléversé/g, 'envoyé'],
  [/\bTéléverser/g, 'Envoyer'],
  [/\btéléverser/g, 'envoyer'],
  [/\bTéléversez/g, 'Envoyez'],
  [/\btéléversez/g, 'envoyez'],
  [/\bbalados\b/g, 'podcasts'],
  [/\bBalados\b/g, 'Podcasts'],
  [/\bbalado\b/g, 'podcast'],
  [/\bBalado\b/g, 'Podcast'],
];

/** The small regional overlay of words: `courriel`, `téléverser`, `balado` become France's. */
export function withRegionalWords(region: Region, message: string): string {
  if (region !== 'fr-FR') return message;
  return franceWords.reduce((text, [pattern, word]) => text.replace(pattern, word), message);
}
