import type {
  EpisodeView,
  EventView,
  NowView,
  RelatedView,
  ReleaseView,
  SeriesPart,
  ShowView,
  TranscriptView,
} from '#libs/catalog';
import type { Language } from '#libs/kernel';
import { toPage } from '../layout/document.js';
import type { ShareImage } from '../site/share-image.js';
import { type Page, readerOf, type Site } from '../site/site.js';
import { episodeAddress } from './episode-address.js';
import { EpisodeBody } from './episode-body.js';
import { episodeHead } from './episode-head.js';
import { momentLink } from '../site/link.js';
import type { NeighbourTalks } from './neighbours.js';

export interface EpisodePageView {
  episode: EpisodeView;
  show: ShowView;
  /** Set for a talk. */
  event?: EventView;
  /** What may be heard next, and why; at most six. */
  related: RelatedView[];
  /** Of its mini-series, this one among them; empty without. */
  parts?: SeriesPart[];
  /** Of a talk: those before and after it. */
  neighbours?: NeighbourTalks;
  /** What people do today, by their id; who hides it is not there (`ux:K-26`). */
  now?: ReadonlyMap<string, NowView>;
  /** Every file that listeners got, oldest first. */
  releases?: ReleaseView[];
  /** The one of its texts that `chooseTranscript` names, with its words. */
  transcript?: TranscriptView;
  /** Seconds: where the address asks to begin. */
  startAt?: number;
  /** Seconds: where the passage that it names ends. */
  endAt?: number;
  /** The card of this page for places where its link is shared; without one the cover stands for it. */
  card?: ShareImage;
}

/** The page of an episode or, with an event, of a talk (`ux` 3.1, 3.2), in the order of the text there. */
export function episodePage(site: Site, lang: Language, view: EpisodePageView): Page {
  const { episode, show } = view;
  const reader = readerOf(site, lang, show.language);
  const { addresses } = site;
  return toPage({
    site,
    reader,
    head: episodeHead(site, reader, view),
    accent: show.accent,
    hasPlayer: episode.enclosure !== null,
    otherHref: episodeAddress(addresses, episode, lang === 'fr' ? 'en' : 'fr') + momentOf(view),
    children: <EpisodeBody site={site} reader={reader} view={view} />,
  });
}

/** The moment that the page was asked for: the other language begins there, too (`ux` 3.11). */
function momentOf({ episode, startAt, endAt }: EpisodePageView): string {
  if (!startAt) return '';
  return momentLink(startAt, episode.timeLinks) + (endAt ? `&end=${endAt}` : '');
}
