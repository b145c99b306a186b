import type { EpisodeView } from '#libs/catalog';
import { episodeAddress } from '../episode/episode-address.js';
import type { HeadView } from '../layout/head.js';
import { momentLink } from '../site/link.js';
import type { Reader, Site } from '../site/site.js';

/** Where hosts find out how to embed this page (`ux:K-30`), with the moment that the page was asked for (`ux:K-31`). */
export function oembedLinks(
  { addresses, isStatic }: Site,
  reader: Reader,
  episode: EpisodeView,
  moment: { title: string; startAt?: number; endAt?: number },
): HeadView['oembed'] {
  if (isStatic) return undefined;
  const { title, startAt, endAt } = moment;
  const page = episodeAddress(addresses, episode, reader.lang);
  const url = startAt ? `${page}${momentLink(startAt, episode.timeLinks)}${endAt ? `&end=${endAt}` : ''}` : page;
  return { title, json: addresses.oembed(url, 'json'), xml: addresses.oembed(url, 'xml') };
}
