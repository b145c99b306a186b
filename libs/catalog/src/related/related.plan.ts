/** Why something is worth hearing after this one, in words of the page (`ux:L-15`). */
export type RelatedReason =
  | { kind: 'guest'; personId: string }
  | { kind: 'event' }
  | { kind: 'series' }
  | { kind: 'tag'; slug: string }
  | { kind: 'show' };

/** What is known of something that may be related. */
export interface RelatedCandidate {
  id: string;
  publishedAt: Date;
  /** Spoken in the reader's language, or with a page in it. */
  isReadable: boolean;
  /** Who appears in both, hosts apart. */
  personIds: readonly string[];
  isSameEvent: boolean;
  isSameSeries: boolean;
  tags: readonly string[];
}

export interface RelatedChoice {
  id: string;
  reasons: RelatedReason[];
}

/**
 * The most related ones, each with every true reason, the strongest first (`ux` 3.6): same guest 5, same event 4, same
 * series 4, a shared tag 2 and less the more episodes bear it. What the reader can read comes first; then score, then
 * date, so that the order is always the same.
 * @param tagCounts how many episodes bear a tag.
 */
export function rankRelated(
  candidates: readonly RelatedCandidate[],
  tagCounts: ReadonlyMap<string, number>,
  most = 6,
): RelatedChoice[] {
  return candidates
    .map((candidate) => ({ candidate, ...weigh(candidate, tagCounts) }))
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) =>
        Number(b.candidate.isReadable) - Number(a.candidate.isReadable) ||
        b.score - a.score ||
        b.candidate.publishedAt.getTime() - a.candidate.publishedAt.getTime() ||
        (a.candidate.id < b.candidate.id ? -1 : 1),
    )
    .slice(0, most)
    .map(({ candidate, reasons }) => ({ id: candidate.id, reasons }));
}

function weigh(
  { personIds, isSameEvent, isSameSeries, tags }: RelatedCandidate,
  tagCounts: ReadonlyMap<string, number>,
): { score: number; reasons: RelatedReason[] } {
  const weighed: { reason: RelatedReason; score: number }[] = [
    ...[...new Set(personIds)].map((personId) => ({ reason: { kind: 'guest' as const, personId }, score: 5 })),
    ...(isSameEvent ? [{ reason: { kind: 'event' as const }, score: 4 }] : []),
    ...(isSameSeries ? [{ reason: { kind: 'series' as const }, score: 4 }] : []),
    ...tags
      .map((slug) => ({ reason: { kind: 'tag' as const, slug }, score: 2 / rarity(tagCounts.get(slug) ?? 2) }))
      .sort((a, b) => b.score - a.score || (a.reason.slug < b.reason.slug ? -1 : 1)),
  ];
  return { score: weighed.reduce((sum, { score }) => sum + score, 0), reasons: weighed.map(({ reason }) => reason) };
}

/** 1 for a tag that two bear, 2 for one that four bear, 3 for eight. */
function rarity(count: number): number {
  return Math.max(1, Math.log2(count));
}
