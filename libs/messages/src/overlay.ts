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
  [/\badresse de courriel\b/g, 'adresse e-mail'],
  [/\bAdresse de courriel\b/g, 'Adresse e-mail'],
  [/\bserveur de courriel\b/g, 'serveur de messagerie'],
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
  [/\bblogue(s?)\b/g, 'blog$1'],
  [/\bBlogue(s?)\b/g, 'Blog$1'],
  // Those that begin with a vowel where Québec's do not: what stands before them is elided.
  [/\b([LlDd])e (?=e-mail|envo)/g, '$1’'],
  [/\b([Dd])u (?=e-mail|envo)/g, '$1e l’'],
  [/\b([Cc])e (?=e-mail|envo)/g, '$1et '],
];

/** The small regional overlay of words: `courriel`, `téléverser`, `balado`, `blogue` become France's, with their articles. */
export function withRegionalWords(region: Region, message: string): string {
  if (region !== 'fr-FR') return message;
  return franceWords.reduce((text, [pattern, word]) => text.replace(pattern, word), message);
}
