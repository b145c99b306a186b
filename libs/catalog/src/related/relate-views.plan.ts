import { type Language, toLanguage } from '#libs/kernel';
import type { EpisodeView } from '../episode/episode.view.js';
import { rankRelated, type RelatedCandidate } from './related.plan.js';
import { type RelatedView, toRelatedEpisode } from './related.view.js';

/** The same as `RelatedQuery.of`, of episodes that are all at hand: for pages that are written down. */
export function relateViews(
  episode: EpisodeView,
  all: readonly EpisodeView[],
  lang: Language,
  most = 6,
): RelatedView[] {
  const offered = all.filter((each) => each.id !== episode.id && !each.isUnlisted && each.publishedAt);
  const counts = new Map<string, number>();
  for (const { tags } of all) for (const { slug } of tags) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  const byId = new Map(offered.map((each) => [each.id, each]));
  return rankRelated(
    offered.map((each) => toCandidate(episode, each, lang)),
    counts,
    most,
  ).map(({ id, reasons }) => ({ episode: toRelatedEpisode(byId.get(id)!), reasons }));
}

function toCandidate(episode: EpisodeView, other: EpisodeView, lang: Language): RelatedCandidate {
  const guests = (view: EpisodeView) => view.appearances.filter(({ role }) => role !== 'host').map((a) => a.person.id);
  const own = new Set(guests(episode));
  const tags = new Set(episode.tags.map(({ slug }) => slug));
  return {
    id: other.id,
    publishedAt: other.publishedAt!,
    isReadable: toLanguage(other.language) === lang || other.texts.some((text) => text.lang === lang),
    personIds: guests(other).filter((id) => own.has(id)),
    isSameEvent: episode.event !== null && other.event?.id === episode.event.id,
    isSameSeries: episode.series !== null && other.series?.id === episode.series.id,
    tags: other.tags.map(({ slug }) => slug).filter((slug) => tags.has(slug)),
  };
}
