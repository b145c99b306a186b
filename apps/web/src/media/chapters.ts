import type { PublishedEpisode } from './published-media.js';

/** Chapters in the JSON format 1.2 of the podcast namespace: seconds, in order, with their links. */
export function toChapters(episode: PublishedEpisode): unknown {
  return {
    version: '1.2.0',
    title: episode.title || undefined,
    chapters: episode.chapters.map(({ startMs, title, url }) => ({
      startTime: startMs / 1000,
      title,
      ...(/^https?:\/\//.test(url) && { url }),
    })),
  };
}
