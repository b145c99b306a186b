import type { Addresses, HostedShow, SiteTexts } from '#libs/catalog';
import { isLanguage, type Language, pickText, toLanguage } from '#libs/kernel';
import { type Region, toRegion, type Translate, translator } from '#libs/messages';

/** Paths of the files that pages ask for; each holds a hash of its content. */
export interface AssetPaths {
  fontLatin: string;
  fontLatinExt: string;
  siteScript: string;
  playerScript: string;
  /** The player on other sites. */
  embedScript: string;
  /** What a guest's kit works with. */
  kitScript: string;
}

/** What is the same on every page of an instance. */
export interface Site {
  /** The instance's name. */
  name: string;
  addresses: Addresses;
  /** The regional form that each language is shown in. */
  regions: Record<Language, Region>;
  assets: AssetPaths;
  /** For a reader whose browser names neither language, and for search engines; English without it. */
  firstLanguage?: Language;
  /** The name of the product is on no page. */
  hidesProduct?: boolean;
  /** What the operator wrote, Markdown, per language; there is always a page about privacy. */
  texts?: SiteTexts[];
  /** Where the operator is reached; empty: not by mail. */
  mail?: string;
  /** `@name@instance` of the site; empty: none. */
  fediverse?: string;
  /** Pages on a show's own host: its first page is the home of all, and they are signed with its name. */
  host?: HostedShow;
  /** No server is behind these pages: no form is answered, and there is nothing beside what was written down. */
  isStatic?: boolean;
}

/** How the site of a page is called: on a show's own host, as the show is. */
export function siteName(site: Site, lang: Language): string {
  const { host } = site;
  return (host && pickText(host.texts, lang, toLanguage(host.language))?.title) || site.name;
}

/** The first page of the site that a page belongs to, absolute. */
export function homeAddress(site: Site, lang: Language): string {
  return site.host ? site.addresses.show(lang, site.host.slug) : site.addresses.home(lang);
}

/** A page ready to be sent. `styles` and `scripts` are its inline blocks, for the content policy's hashes. */
export interface Page {
  html: string;
  styles: string[];
  scripts: string[];
}

/** Who reads: the page's language, its regional form and its words. */
export interface Reader {
  lang: Language;
  region: Region;
  /** Of this page and of its twin in the other language: both name the same two. */
  regions: Record<Language, Region>;
  t: Translate;
}

/** The reader of a page, or of a page of a show. */
export function readerOf(site: Site, lang: Language, showLanguage?: string): Reader {
  const regions = regionsOf(site, showLanguage);
  return { lang, region: regions[lang], regions, t: translator(regions[lang]) };
}

/** The regional form of each language: the site's, and in a show's own language the show's (`fr-FR` against `fr-CA`). */
export function regionsOf(site: Site, showLanguage?: string): Record<Language, Region> {
  if (!showLanguage?.includes('-')) return site.regions;
  return { ...site.regions, [toLanguage(showLanguage)]: toRegion(showLanguage) };
}

/** The tag to declare for a text in `lang` on a page; undefined when it is the page's own language. */
export function otherLang(reader: Reader, lang: string): string | undefined {
  return isLanguage(lang) && lang === reader.lang ? undefined : lang.split('-')[0] === reader.lang ? undefined : lang;
}

/** A language's name in the reader's words: `anglais`, `English`. */
export function languageName(reader: Reader, tag: string): string {
  const key = `${reader.region} ${tag}`;
  const name = names.get(key) ?? nameOf(reader.region, tag.split('-')[0]!) ?? tag;
  if (names.size < 1_000) names.set(key, name);
  return name;
}

// A list names the same few languages again and again.
const names = new Map<string, string>();

function nameOf(region: Region, code: string): string | undefined {
  try {
    return new Intl.DisplayNames(region, { type: 'language' }).of(code);
  } catch {
    return undefined;
  }
}
