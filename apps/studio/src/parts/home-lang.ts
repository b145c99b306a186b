import type { Lang, Show } from '../api/types';

/** The language of the catalogue that a show is made in. */
export function homeLang({ language }: Pick<Show, 'language'>): Lang {
  return language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
