import type { EpisodeView, PartView } from '../episode/episode.view.js';

/** One part of a mini-series: out, announced with a page and perhaps a date, or only known to come. */
export interface SeriesPart {
  /** From 1; null: not said. */
  part: number | null;
  /** The one whose page asks. */
  isThis: boolean;
  state: 'out' | 'announced' | 'coming';
  /** Of what is only known to come, nothing else is known. */
  episode: EpisodeView | null;
  /** Of an announced one that is planned. */
  releaseAt: Date | null;
}

/** All parts in their order; those that the series says it will have and nobody has announced are `coming`. */
export function toParts(
  { parts: total }: Pick<PartView, 'parts'>,
  thisId: string,
  out: readonly EpisodeView[],
  announced: readonly { view: EpisodeView; at: Date | null }[],
): SeriesPart[] {
  const known: SeriesPart[] = [
    ...out.map((episode) => toPart(episode, thisId, 'out', null)),
    ...announced.map(({ view, at }) => toPart(view, thisId, 'announced', at)),
  ];
  const numbers = new Set(known.map(({ part }) => part));
  const missing = Array.from({ length: Math.min(total ?? 0, 100) }, (_, i) => i + 1).filter((n) => !numbers.has(n));
  const coming = missing.map((part) => ({
    part,
    isThis: false,
    state: 'coming' as const,
    episode: null,
    releaseAt: null,
  }));
  return [...known, ...coming].sort((a, b) => (a.part ?? 1e9) - (b.part ?? 1e9) || dateOf(a) - dateOf(b));
}

function toPart(episode: EpisodeView, thisId: string, state: 'out' | 'announced', releaseAt: Date | null): SeriesPart {
  return { part: episode.series?.part ?? null, isThis: episode.id === thisId, state, episode, releaseAt };
}

function dateOf({ episode, releaseAt }: SeriesPart): number {
  return (episode?.publishedAt ?? releaseAt)?.getTime() ?? Number.MAX_SAFE_INTEGER;
}
