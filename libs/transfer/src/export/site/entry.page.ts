import type { ShowView } from '#libs/catalog';
import { type Language, languages, pickText, toLanguage } from '#libs/kernel';
import type { StaticAddresses } from './static-addresses.js';

const names: Record<Language, string> = { en: 'English', fr: 'Français' };

/** The first file of the site: leads to the show's language at once, and offers the other for those whose browser does not. */
export function entryPage(show: ShowView, addresses: StaticAddresses): string {
  const home = toLanguage(show.language);
  const title = escape(pickText(show.texts, home, home)?.title ?? show.slug);
  const href = (lang: Language) => escape(addresses.path(addresses.home(lang)));
  return [
    `<!doctype html><html lang="${home}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>`,
    `<meta http-equiv="refresh" content="0; url=${href(home)}">`,
    `<link rel="canonical" href="${escape(addresses.home(home))}">`,
    `<link rel="alternate" type="application/rss+xml" title="${title}" href="${escape(addresses.showFeed())}">`,
    `</head><body><h1>${title}</h1>`,
    ...languages.map((lang) => `<p><a href="${href(lang)}" hreflang="${lang}" lang="${lang}">${names[lang]}</a></p>`),
    `</body></html>\n`,
  ].join('');
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
