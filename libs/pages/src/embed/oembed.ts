import type { EpisodeView, ShowView } from '#libs/catalog';
import type { Language } from '#libs/kernel';
import { episodeText } from '../episode/episode-address.js';
import { nameFor } from '../episode/episode-row.js';
import { readerOf, type Site } from '../site/site.js';
import { type EmbedAsk, embedCode, hasFilm } from './embed-code.js';

/** What oEmbed answers (`ux:K-30`), in the order and with the names of its specification, version 1.0. */
export interface OembedAnswer {
  version: '1.0';
  type: 'rich' | 'video';
  title: string;
  author_name: string;
  author_url: string;
  provider_name: string;
  provider_url: string;
  /** Seconds. */
  cache_age: number;
  /** All three of a picture, or none. */
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
  html: string;
  width: number;
  height: number;
}

export interface OembedView {
  episode: EpisodeView;
  show: ShowView;
  /** Seconds until it becomes another answer; an hour at most is kept. */
  changesIn?: number;
  ask: EmbedAsk;
}

const anHour = 3600;
/** Widths in which a cover lies ready and that are no more than a card shows. */
const thumbnails = [640, 320, 96] as const;

/** The answer for an episode or talk, in the language of the page that was asked about. */
export function oembedAnswer(site: Site, lang: Language, { episode, show, changesIn, ask }: OembedView): OembedAnswer {
  const { addresses } = site;
  const reader = readerOf(site, lang, show.language);
  const { title } = episodeText(episode, lang)!;
  const { html, width, height } = embedCode(site, reader, episode, title, ask);
  return {
    version: '1.0',
    type: hasFilm(episode) ? 'video' : 'rich',
    title,
    author_name: nameFor(show.texts, reader, show.language)?.title ?? site.name,
    author_url: addresses.show(lang, show.slug),
    provider_name: site.name,
    provider_url: addresses.home(lang),
    cache_age: Math.max(60, Math.min(anHour, Math.ceil(changesIn ?? anHour))),
    ...thumbnailOf(site, episode, show, ask),
    html,
    width,
    height,
  };
}

function thumbnailOf({ addresses }: Site, episode: EpisodeView, show: ShowView, { maxWidth, maxHeight }: EmbedAsk) {
  const own = episode.coverKey ? { key: episode.coverKey, width: episode.coverWidth } : undefined;
  const { key, width } = own ?? { key: show.coverKey, width: show.coverWidth };
  const most = Math.min(maxWidth ?? Infinity, maxHeight ?? Infinity, width ?? 0);
  const fitting = thumbnails.find((each) => each <= most);
  if (!key || !fitting) return {};
  return { thumbnail_url: addresses.image(key, fitting), thumbnail_width: fitting, thumbnail_height: fitting };
}

/** The same as XML: every value is escaped text. */
export function oembedXml(answer: OembedAnswer): string {
  const fields = Object.entries(answer).map(([name, value]) => `<${name}>${escape(String(value))}</${name}>`);
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${fields.join('')}</oembed>\n`;
}

function escape(text: string): string {
  return (
    text
      // What XML cannot hold at all.
      .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  );
}
