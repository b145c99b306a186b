import { aiRobots } from './ai-robots.js';

/** Secret links, the studio and the API are nobody's to crawl. */
const closed = ['/p/', '/i/', '/f/', '/studio', '/api/'];

/**
 * Everything public may be read (`ux` 5.4); robots that gather texts to train on are asked to stay away when the owner
 * wants it. The embedded player is left open: it says `noindex` itself. @param sitemap absolute.
 */
export function robotsText(sitemap: string, aiCrawlers: 'allow' | 'deny'): string {
  const all = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), ''];
  const training = [...aiRobots.map((name) => `User-agent: ${name}`), 'Disallow: /', ''];
  return [...all, ...(aiCrawlers === 'deny' ? training : []), `Sitemap: ${sitemap}`, ''].join('\n');
}
