import { type EpisodeView, type EventView, relateViews, toParts } from '#libs/catalog';
import { type Language, languages } from '#libs/kernel';
import {
  type AssetPaths,
  chooseTranscript,
  episodeAddress,
  episodePage,
  eventPage,
  guestPage,
  type LoadedAssets,
  neighboursOf,
  opmlXml,
  type Page,
  problemPage,
  showPage,
  type Site,
} from '#libs/pages';
import type { ArchiveFile } from '../archive/archive-file.js';
import type { ArchiveView } from '../archive-view.query.js';
import type { ReadTranscript } from '../content/transcript-files.js';
import { entryPage } from './entry.page.js';
import type { StaticAddresses } from './static-addresses.js';
import { webManifest } from './web-manifest.js';

const pageSize = 50;

/**
 * The show's own site as files: every public page in both languages, fonts, scripts and icons. Pages are the same as on
 * the instance; their links are relative, so any web server, any folder and none at all will do.
 */
export function* toSiteFiles(
  view: ArchiveView,
  addresses: StaticAddresses,
  assets: LoadedAssets,
  readTranscript: ReadTranscript,
  at: Date,
): Generator<ArchiveFile> {
  const site = { view, addresses, assets: assets.paths, readTranscript };
  for (const lang of languages) {
    yield* toShowPages(site, lang, at);
    for (const episode of view.episodes) yield toEpisodePage(site, lang, episode);
    for (const event of view.events) yield toEventPage(site, lang, event, at);
    for (const guest of view.guests) {
      yield toFile(site, addresses.guest(lang, guest.slug), at, (of) => guestPage(of, lang, guest));
    }
  }
  yield { path: 'index.html', at, content: async () => entryPage(view.show, addresses.at('index.html')) };
  yield { path: '404.html', at, content: async () => problemPage(siteFrom(site), undefined, 'notFound').html };
  yield { path: 'opml.xml', at, content: async () => opmlXml(siteFrom(site), [view.show]) };
  yield* toAssetFiles(site, assets, at);
}

/** What every page of the site is made from. */
interface Parts {
  view: ArchiveView;
  addresses: StaticAddresses;
  assets: AssetPaths;
  readTranscript: ReadTranscript;
}

function* toShowPages(parts: Parts, lang: Language, at: Date): Generator<ArchiveFile> {
  const { show, episodes, events } = parts.view;
  const pages = Math.max(1, Math.ceil(episodes.length / pageSize));
  for (let page = 1; page <= pages; page += 1) {
    const shown = episodes.slice((page - 1) * pageSize, page * pageSize);
    const address = parts.addresses.show(lang, show.slug, page);
    yield toFile(parts, address, at, (site) => showPage(site, lang, { show, episodes: shown, page, pages, events }));
  }
}

function toEpisodePage(parts: Parts, lang: Language, episode: EpisodeView): ArchiveFile {
  const { show, episodes, events } = parts.view;
  const address = episodeAddress(parts.addresses, episode, lang);
  return toFile(parts, address, episode.publishedAt!, async (site) => {
    const event = events.find((each) => each.id === episode.event?.id);
    const around = event ? episodes.filter((each) => each.event?.id === event.id) : [];
    const related = relateViews(episode, episodes, lang);
    const inSeries = episode.series ? episodes.filter((each) => each.series?.id === episode.series?.id) : [];
    const series = episode.series ? toParts(episode.series, episode.id, inSeries, []) : [];
    const neighbours = neighboursOf(episode, around);
    const chosen = chooseTranscript(episode.transcripts, lang, episode.language);
    const transcript = chosen && (await parts.readTranscript(episode.id, chosen.lang));
    return episodePage(site, lang, { episode, show, event, related, parts: series, neighbours, transcript });
  });
}

function toEventPage(parts: Parts, lang: Language, event: EventView, at: Date): ArchiveFile {
  const { show, episodes } = parts.view;
  const talks = episodes.filter((episode) => episode.event?.id === event.id);
  return toFile(parts, parts.addresses.event(lang, event.slug), at, (site) =>
    eventPage(site, lang, { event, show, talks }),
  );
}

function toFile(parts: Parts, address: string, at: Date, make: (site: Site) => Page | Promise<Page>): ArchiveFile {
  const path = parts.addresses.file(address);
  return { path, at, content: async () => (await make(siteFrom(parts, path))).html };
}

/** The site as a page at `path` sees it; without one, as a page that stands at any address. */
function siteFrom({ addresses, assets }: Pick<Parts, 'addresses' | 'assets'>, path?: string): Site {
  const own = path === undefined ? addresses : addresses.at(path);
  const lead = (asset: string) => own.path(own.origin + asset);
  return {
    name: new URL(own.origin).hostname,
    addresses: own,
    regions: { en: 'en-CA', fr: 'fr-CA' },
    isStatic: true,
    assets: {
      fontLatin: lead(assets.fontLatin),
      fontLatinExt: lead(assets.fontLatinExt),
      siteScript: lead(assets.siteScript),
      playerScript: lead(assets.playerScript),
      embedScript: lead(assets.embedScript),
      kitScript: '',
    },
  };
}

function* toAssetFiles({ view, addresses }: Parts, { files }: LoadedAssets, at: Date): Generator<ArchiveFile> {
  for (const { path, bytes } of files) {
    const isManifest = path === '/manifest.webmanifest';
    const content = async () => (isManifest ? webManifest(view.show, new URL(addresses.origin).hostname) : bytes);
    yield { path: path.slice(1), at, content };
  }
}
