import { toChaptersJson } from '#libs/feeds';
import type { PublishedEpisode } from './published-media.js';

/** Chapters in the JSON format 1.2 of the podcast namespace, the same ones that the feed has inside. */
export function toChapters(episode: PublishedEpisode): unknown {
  return { ...toChaptersJson(episode.chapters), title: episode.title || undefined };
}
