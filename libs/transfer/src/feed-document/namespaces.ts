/** The usual prefix of each namespace by its URI, in lower case: feeds may choose any prefix (`feed:X04`). */
const prefixes: Readonly<Record<string, string>> = {
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'https://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'https://podcastindex.org/namespace/1.0': 'podcast',
  'http://podcastindex.org/namespace/1.0': 'podcast',
  // The one alias that readers must treat as equal.
  'https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md': 'podcast',
  'http://www.w3.org/2005/atom': 'atom',
  'http://purl.org/atom/ns#': 'atom',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://podlove.org/simple-chapters': 'psc',
  'http://podlove.org/simple-chapters/': 'psc',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://search.yahoo.com/mrss/': 'media',
  'http://search.yahoo.com/mrss': 'media',
  'http://www.google.com/schemas/play-podcasts/1.0': 'googleplay',
  'http://www.google.com/schemas/play-podcasts/1.0/play-podcasts.xsd': 'googleplay',
  'http://purl.org/syndication/history/1.0': 'fh',
  'http://purl.org/rss/1.0/': '',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://purl.org/rss/1.0/modules/syndication/': 'sy',
  'http://www.spotify.com/ns/rss': 'spotify',
};

/** Prefixes that feeds use without declaring them. */
export const usualPrefixes: Readonly<Record<string, string>> = {
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  podcast: 'https://podcastindex.org/namespace/1.0',
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  psc: 'http://podlove.org/simple-chapters',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
  googleplay: 'http://www.google.com/schemas/play-podcasts/1.0',
};

/** An element's name with the usual prefix of its namespace, whatever the feed calls it; as written for an unknown one. */
export function toUsualName({ prefix, local, uri }: { prefix: string; local: string; uri: string }): string {
  const usual = prefixes[uri.toLowerCase()] ?? prefix;
  return usual ? `${usual}:${local}` : local;
}
