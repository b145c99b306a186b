/** Everything public may be read; secret links, the studio and the API are nobody's to crawl (`ux` 5.4). */
export function robotsText(origin: string): string {
  const closed = ['/p/', '/i/', '/f/', '/studio', '/api/'];
  return ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), '', `Sitemap: ${origin}/sitemap.xml`, ''].join(
    '\n',
  );
}
