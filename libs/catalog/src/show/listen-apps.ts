import type { AppLink } from './show-page.js';

/** An app or directory in which a show can be heard (`ux` 5.3); kept as data, looked over once a year. */
export interface ListenApp {
  /** What `AppLink.app` holds. */
  app: string;
  /** A proper name, the same in every language. */
  name: string;
  /** Hosts of its pages: a stored link is taken only from these (and what lies below them). */
  hosts: readonly string[];
  /** The app's own address for a feed, where it has one that opens without an account of ours. */
  open?: (feed: string) => string;
}

/** A way into one app, ready for a link. */
export interface ListenWay {
  app: string;
  name: string;
  href: string;
  /** An address that only an installed app understands: a button and a visible way out, never opened by itself. */
  isScheme: boolean;
}

/** In the order in which they are offered. Google Podcasts and Stitcher are gone; `pcast:` and `itpc:` open nothing sure. */
export const listenApps: readonly ListenApp[] = [
  {
    app: 'apple',
    name: 'Apple Podcasts',
    hosts: ['podcasts.apple.com', 'itunes.apple.com'],
    open: (feed) => `podcast://${bare(feed)}`,
  },
  { app: 'spotify', name: 'Spotify', hosts: ['open.spotify.com'] },
  {
    app: 'pocketcasts',
    name: 'Pocket Casts',
    hosts: ['pca.st', 'pocketcasts.com'],
    open: (feed) => `pktc://subscribe/${bare(feed)}`,
  },
  {
    app: 'overcast',
    name: 'Overcast',
    hosts: ['overcast.fm'],
    open: (feed) => `overcast://x-callback-url/add?url=${encodeURIComponent(feed)}`,
  },
  {
    app: 'antennapod',
    name: 'AntennaPod',
    hosts: ['antennapod.org'],
    open: (feed) => `https://antennapod.org/deeplink/subscribe?url=${encodeURIComponent(feed)}`,
  },
  {
    app: 'podcastaddict',
    name: 'Podcast Addict',
    hosts: ['podcastaddict.com'],
    open: (feed) => `podcastaddict://${bare(feed)}`,
  },
  { app: 'castro', name: 'Castro', hosts: ['castro.fm'] },
  { app: 'youtube', name: 'YouTube', hosts: ['youtube.com', 'youtu.be', 'music.youtube.com'] },
  { app: 'deezer', name: 'Deezer', hosts: ['deezer.com', 'deezer.page.link'] },
  { app: 'amazon', name: 'Amazon Music', hosts: ['music.amazon.com', 'music.amazon.ca', 'music.amazon.fr'] },
  { app: 'playerfm', name: 'Player FM', hosts: ['player.fm'] },
  { app: 'ohdio', name: 'OHdio', hosts: ['ici.radio-canada.ca'] },
  { app: 'radiofrance', name: 'Radio France', hosts: ['radiofrance.fr'] },
  { app: 'fountain', name: 'Fountain', hosts: ['fountain.fm'] },
  { app: 'podcastindex', name: 'Podcast Index', hosts: ['podcastindex.org'] },
];

/** Whether the address is a page of this app, over https. */
export function isLinkOf(app: string, url: string): boolean {
  const found = listenApps.find((each) => each.app === app);
  if (!found || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && found.hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

/**
 * How this app opens this show: by the link that its producer stored, else by the app's own address for the feed;
 * undefined where there is neither.
 */
export function listenWay(app: ListenApp, feed: string, links: readonly AppLink[]): ListenWay | undefined {
  const stored = links.find((link) => link.app === app.app && isLinkOf(app.app, link.url))?.url;
  const href = stored ?? app.open?.(feed);
  if (href === undefined) return undefined;
  return { app: app.app, name: app.name, href, isScheme: !href.startsWith('https:') };
}

/** Every app that can open this show. @param feed absolute address of the feed. */
export function listenWays(feed: string, links: readonly AppLink[]): ListenWay[] {
  return listenApps.flatMap((app) => listenWay(app, feed, links) ?? []);
}

/** Without its scheme. */
function bare(feed: string): string {
  return feed.replace(/^https?:\/\//, '');
}
