import { type Language, languages } from '#libs/kernel';
import { type Site } from '../site/site.js';

export const siteTextKinds = ['legal', 'privacy', 'contact'] as const;
/** What the operator of a site says about it. */
export type SiteTextKind = (typeof siteTextKinds)[number];

/** Whether there is a page: privacy always, contact also with an address for mails alone. */
export function hasSiteText(site: Site, kind: SiteTextKind): boolean {
  if (kind === 'privacy') return true;
  if (kind === 'contact' && site.mail) return true;
  return languages.some((lang) => ownText(site, lang, kind) !== '');
}

/** The operator's words in the asked language, else in the other; undefined when there are none. */
export function findSiteText(
  site: Site,
  lang: Language,
  kind: SiteTextKind,
): { lang: Language; text: string } | undefined {
  const order = [lang, ...languages.filter((each) => each !== lang)];
  const found = order.find((each) => ownText(site, each, kind) !== '');
  return found && { lang: found, text: ownText(site, found, kind) };
}

function ownText(site: Site, lang: Language, kind: SiteTextKind): string {
  return site.texts?.find((text) => text.lang === lang)?.[kind] ?? '';
}
