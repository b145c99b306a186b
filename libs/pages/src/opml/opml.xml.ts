import type { ShowView } from '#libs/catalog';
import { cleanLine, pickText, toLanguage } from '#libs/kernel';
import type { Site } from '../site/site.js';

/** Every show's feed as OPML 2.0: what apps take to follow many at once. */
export function opmlXml(site: Site, shows: readonly ShowView[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0"><head><title>${escapeXml(site.name)}</title></head><body>`,
    ...shows.map((show) => toOutline(site, show)),
    '</body></opml>',
    '',
  ].join('\n');
}

function toOutline({ addresses }: Site, show: ShowView): string {
  const language = toLanguage(show.language);
  const text = pickText(show.texts, language, language);
  const title = text?.title ?? show.slug;
  const attributes = {
    type: 'rss',
    text: title,
    title,
    xmlUrl: addresses.showFeed(show.slug),
    htmlUrl: addresses.show(language, show.slug),
    language: show.language.toLowerCase(),
    version: 'RSS2',
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeXml(value)}"`);
  return `<outline ${written.join(' ')}/>`;
}

function escapeXml(text: string): string {
  return cleanLine(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
