import type { EpisodeTextView, EpisodeView } from '../episode/episode.view.js';
import type { RelatedReason } from './related.plan.js';

/** An episode that may be heard next, and why. */
export interface RelatedView {
  episode: RelatedEpisode;
  /** The strongest first; never empty. */
  reasons: RelatedReason[];
}

/** What a link to an episode says of it: a page has several, and reads no more of them than that. */
export interface RelatedEpisode extends Pick<EpisodeView, 'id' | 'showSlug' | 'showLanguage' | 'language'> {
  /** Of a talk. */
  event: { slug: string } | null;
  texts: Pick<EpisodeTextView, 'lang' | 'title' | 'slug'>[];
  /** Who is heard but for hosts, in their order. */
  names: string[];
  durationMs: number | null;
}

export function toRelatedEpisode(view: EpisodeView): RelatedEpisode {
  const { id, showSlug, showLanguage, language, event, enclosure } = view;
  return {
    ...{ id, showSlug, showLanguage, language, durationMs: enclosure?.durationMs ?? null },
    event: event && { slug: event.slug },
    texts: view.texts.map(({ lang, title, slug }) => ({ lang, title, slug })),
    names: view.appearances.filter(({ role }) => role !== 'host').map(({ person }) => person.name),
  };
}
