import type { GuestReview, ReviewClip, ReviewQuote } from '#libs/catalog';
import type { ReviewClipView, ReviewPageView, ReviewQuoteView } from '#libs/pages';

/** What one guest is asked about, as the page shows it. @param sound path of the finished sound. */
export function toReviewPage(
  review: GuestReview,
  { sound, timeZone, now }: { sound: string; timeZone: string; now: Date },
): ReviewPageView {
  const { approval, deadlineAt, silence, open } = review;
  return {
    ...{ approval, deadlineAt, timeZone, open, sound, silence },
    isPast: deadlineAt !== null && deadlineAt <= now,
    quotes: review.quotes.map(toQuote),
    clips: review.clips.map(toClip),
  };
}

function toQuote({
  id,
  version,
  startMs,
  endMs,
  language,
  isStale,
  scope,
  original,
  texts,
}: ReviewQuote): ReviewQuoteView {
  return {
    ...{ id, version, startMs, endMs, language, isStale, scope, original },
    wordings: texts.map(({ lang, text, isTranslation, answer, before = '', isFlagged = false, isSilent = false }) => ({
      ...{ lang, text, isTranslation, answer, before, isFlagged, isSilent },
    })),
  };
}

function toClip({
  id,
  startMs,
  endMs,
  language,
  isStale,
  scope,
  titles,
  text,
  answer,
  others,
}: ReviewClip): ReviewClipView {
  return { id, startMs, endMs, language, isStale, scope, titles, text, answer, others };
}
