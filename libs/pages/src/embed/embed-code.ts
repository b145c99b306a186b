import type { EpisodeView } from '#libs/catalog';
import type { Reader, Site } from '../site/site.js';

/** Heights in CSS px: with the cover and one line, and with chapters below (`ux:K-32`). */
export const compactHeight = 152;
export const chapterHeight = 232;
const leastWidth = 280;
const usualWidth = 640;

/** What a host asked for; seconds. */
export interface EmbedAsk {
  startAt?: number;
  endAt?: number;
  maxWidth?: number;
  maxHeight?: number;
  /** As wide as where it stands, for code that people copy; hosts want numbers (`ux:K-32`). */
  isFluid?: boolean;
}

export interface EmbedCode {
  html: string;
  src: string;
  width: number;
  height: number;
}

/** The code of the embedded player: one bare iframe with the attributes that WordPress keeps (`ux:K-31`). */
export function embedCode(
  { addresses }: Pick<Site, 'addresses'>,
  reader: Pick<Reader, 'region' | 't'>,
  episode: EpisodeView,
  title: string,
  ask: EmbedAsk = {},
): EmbedCode {
  const query = new URLSearchParams();
  if (ask.startAt) query.set('t', String(ask.startAt));
  if (ask.endAt) query.set('end', String(ask.endAt));
  if (ask.startAt && episode.timeLinks?.version) query.set('r', String(episode.timeLinks.version));
  query.set('lang', reader.region);
  const src = `${addresses.embed(episode.id)}?${query.toString()}`;
  const { width, height } = sizeOf(episode, ask);
  const label = reader.t('player.embedTitle', { title });
  const html = `<iframe src="${escape(src)}" width="${ask.isFluid ? '100%' : width}" height="${height}" frameborder="0" scrolling="no" title="${escape(label)}"></iframe>`;
  return { html, src, width, height };
}

/** As wide as may be, and as high as what there is to show; a film has its shape. */
function sizeOf(
  episode: EpisodeView,
  { maxWidth = usualWidth, maxHeight }: EmbedAsk,
): { width: number; height: number } {
  const width = Math.max(leastWidth, Math.min(maxWidth, usualWidth));
  if (hasFilm(episode)) {
    const height = Math.round((width * 9) / 16);
    return { width, height: Math.min(height, Math.max(maxHeight ?? height, compactHeight)) };
  }
  const wanted = episode.chapters.length > 0 ? chapterHeight : compactHeight;
  return { width, height: maxHeight !== undefined && maxHeight < wanted ? compactHeight : wanted };
}

export function hasFilm(episode: EpisodeView): boolean {
  return episode.enclosure?.alternates.some(({ kind }) => kind === 'video') ?? false;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
