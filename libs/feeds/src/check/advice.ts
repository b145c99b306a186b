/** What can be said against a feed; `blocking` first. In words: `feed.advice.<id>`. */
export const adviceIds = [
  'invalid',
  'no-cover',
  'no-category',
  'no-language',
  'show-guid-changed',
  'guid-changed',
  'guid-twice',
  'enclosure-twice',
  'no-audio',
  'dead-enclosure',
  'no-title',
  'empty',
  'owner-email',
  'no-description',
  'show-description-long',
  'no-author',
  'cover-size',
  'no-notes',
  'notes-long',
  'title-long',
  'title-number',
  'number-missing',
  'number-twice',
  'chapters-first',
  'chapters-few',
  'chapters-short',
  'chapters-late',
  'links-dropped',
  'soundbite-length',
] as const;
export type AdviceId = (typeof adviceIds)[number];

/** A blocking one would harm listeners or make directories refuse the feed; an advisory one is the producer's choice. */
export type AdviceLevel = 'blocking' | 'advisory';

/** One sentence to a producer: what it is about and the field where it is mended. */
export interface FeedAdvice {
  id: AdviceId;
  level: AdviceLevel;
  /** Null: about the show. */
  episodeId: string | null;
  /** The episode's title, as the feed has it; empty for the show. */
  title: string;
  /** As blockers name it: `texts.fr.title`, `chapters`, `show.ownerEmail`. */
  field: string;
  params: Record<string, string | number>;
}

const blocking: ReadonlySet<AdviceId> = new Set<AdviceId>([
  'invalid',
  'no-cover',
  'no-category',
  'no-language',
  'show-guid-changed',
  'guid-changed',
  'guid-twice',
  'enclosure-twice',
  'no-audio',
  'dead-enclosure',
  'no-title',
]);

export function levelOf(id: AdviceId): AdviceLevel {
  return blocking.has(id) ? 'blocking' : 'advisory';
}

/** Those that a producer may silence for a show: it is a choice, not a fault. */
export function isSilenceable(id: AdviceId): boolean {
  return levelOf(id) === 'advisory';
}
