import type { Language } from '#libs/kernel';
import type { Site } from '../site/site.js';
import { searchFilters, type SearchPageView } from './search-view.js';

/** The same search in a language, on one of its pages. */
export function searchAddress(site: Site, lang: Language, { q, filters }: SearchPageView, page = 1): string {
  const query = new URLSearchParams();
  if (q) query.set('q', q);
  for (const name of searchFilters) if (filters[name]) query.set(name, filters[name]);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return site.addresses.search(lang) + (text && `?${text}`);
}
