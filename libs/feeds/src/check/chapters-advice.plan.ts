import { checkChapters, type EpisodeView } from '#libs/catalog';
import { toOrderedChapters } from '../item/chapters.xml.js';
import type { AdviceId, FeedAdvice } from './advice.js';
import type { Say } from './item-advice.plan.js';

/** What platforms refuse of chapters; their mere wishes are shown beside the chapters. */
const refusals: Record<string, AdviceId> = {
  'chapters.firstAtZero': 'chapters-first',
  'chapters.few': 'chapters-few',
  'chapters.close': 'chapters-short',
  'chapters.beyondEnd': 'chapters-late',
};

/** Why Apple, Spotify or YouTube would not show the chapters; each reason once. */
export function findChaptersAdvice({ chapters, enclosure }: EpisodeView, say: Say): FeedAdvice[] {
  const ordered = toOrderedChapters(chapters);
  if (ordered.length === 0) return [];
  const remarks = Object.values(checkChapters(ordered, enclosure?.durationMs ?? null)).flat();
  const once = new Map(remarks.filter(({ isAdvice }) => !isAdvice).map((remark) => [remark.code, remark]));
  return [...once.values()].flatMap(({ code, params }) => {
    const id = refusals[code];
    return id ? [say(id, 'chapters', params)] : [];
  });
}
