import type { EpisodeView } from '#libs/catalog';
import { limitLine } from '../xml/limit.js';
import { pickLocal } from '../xml/local-text.js';

/** What apps show of an item: its title, and at the end which part of how many it is (`ux:A-09`). */
export function toTitle(episode: EpisodeView): string {
  const text = pickLocal(episode.texts, episode.showLanguage);
  const title = limitLine(text?.title ?? '') || limitLine(episode.guid);
  const suffix = toPartSuffix(episode);
  if (!suffix || title.endsWith(suffix)) return title;
  return `${limitLine(title, 255 - suffix.length - 1)} ${suffix}`;
}

function toPartSuffix({ series }: EpisodeView): string {
  if (!series?.part || !series.parts || series.parts < 2) return '';
  return `(${series.part}/${Math.max(series.part, series.parts)})`;
}
