import { type Addresses, type EpisodeFeed, type EpisodeView, type ShowFeed, toValidEpisodeFeed } from '#libs/catalog';
import { toImageTag, toSharedTags } from '../tag/place-tags.xml.js';
import { toTagRecords } from '../tag/records.xml.js';
import { emptyNode, textNode, type XmlNode } from '../xml/node.js';
import { toSecureUrl } from '../xml/url.js';
import type { ItemContext } from './item-context.plan.js';
import { toTitle } from './title.xml.js';

/** What an item says of the podcast namespace beyond its persons, chapters and files. */
export function toItemTags(episode: EpisodeView, { channel, addresses }: ItemContext): XmlNode[] {
  const feed = toValidEpisodeFeed(episode.feed, episode.enclosure?.durationMs ?? 0);
  return [
    ...toSharedTags(feed),
    ...toTranscripts(episode, addresses),
    ...toSoundbites(feed),
    ...toImageTag(episode, toTitle(episode), addresses),
    ...toSocial(feed, channel.feed),
    ...toTagRecords(feed.tags),
  ];
}

const transcriptTypes = [
  ['vtt', 'text/vtt'], // first: the one that Apple takes (feed:P21)
  ['srt', 'application/x-subrip'],
  ['json', 'application/json'],
] as const;

/** Every language that has times, the spoken one first; what has none is on the page only, as no app could follow it (`feed:P21`). */
function toTranscripts({ id, language, transcripts }: EpisodeView, addresses: Addresses): XmlNode[] {
  const spoken = language.split('-')[0]!.toLowerCase();
  const isSpoken = (lang: string) => lang.split('-')[0]!.toLowerCase() === spoken;
  return transcripts
    .filter(({ isTimed }) => isTimed)
    .sort((a, b) => Number(isSpoken(b.lang)) - Number(isSpoken(a.lang)) || (a.lang < b.lang ? -1 : 1))
    .flatMap(({ lang }) =>
      transcriptTypes.flatMap(([extension, type]) => {
        const url = toSecureUrl(addresses.transcript(id, lang, extension));
        const rel = isSpoken(lang) && extension !== 'json' ? 'captions' : undefined;
        return url ? [emptyNode('podcast:transcript', { url, type, language: lang, rel })] : [];
      }),
    );
}

function toSoundbites({ soundbites }: EpisodeFeed): XmlNode[] {
  return soundbites.map(({ startMs, durationMs, title }) => {
    const attributes = { startTime: toSeconds(startMs), duration: toSeconds(durationMs) };
    return textNode('podcast:soundbite', title, attributes)[0] ?? emptyNode('podcast:soundbite', attributes);
  });
}

/** There are no comments here; where a producer names a place for them, or did so for the whole show, apps are sent there (`feed:P17`). */
function toSocial(own: EpisodeFeed, ofShow: ShowFeed): XmlNode[] {
  const isNamed = [...own.tags, ...ofShow.tags].some(({ name }) => name === 'podcast:socialInteract');
  return isNamed ? [] : [emptyNode('podcast:socialInteract', { protocol: 'disabled' })];
}

function toSeconds(ms: number): string {
  return String(ms / 1000);
}
