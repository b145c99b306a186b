import type { Language, Region } from '#libs/kernel';

/** What the operator says about the site, per language: Markdown; an empty privacy text is the usual one. */
export interface SiteTexts {
  lang: Language;
  legal: string;
  privacy: string;
  contact: string;
}

/** What is the same on the whole site, as its operator wants it. */
export interface SiteSettings {
  /** How the site is called. */
  name: string;
  /** The name of the product is on no public page. */
  hidesProduct: boolean;
  /** The language of a reader whose browser names neither, and the one for search engines (`ux` 5.6). */
  firstLanguage: Language;
  /** The regional form of each language. */
  regions: Record<Language, Region>;
  texts: SiteTexts[];
  /** Shown on the contact page and in security.txt; empty: none. */
  mail: string;
  /** Whether robots that gather texts for training may read the pages (`ux` 5.4). */
  aiCrawlers: 'allow' | 'deny';
  /** `@name@instance` that is named as the site's own in the fediverse; empty: none. */
  fediverse: string;
}

export const usualSiteSettings: SiteSettings = {
  name: 'Estrade',
  hidesProduct: false,
  firstLanguage: 'en',
  regions: { en: 'en-CA', fr: 'fr-CA' },
  texts: [],
  mail: '',
  aiCrawlers: 'allow',
  fediverse: '',
};
