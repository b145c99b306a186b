/** How a show has its clips and quotes approved. */
export interface ReviewRules {
  /** `none`: nobody is asked, as journalism wants it; what the producer picks is approved (`ux:K-22`). */
  approval: 'ask' | 'none';
  /** How long a guest has for it. */
  hours: number;
  /** What silence means until then; `asis` only counts where the guest agreed to it beforehand (`ux:K-21`). */
  silence: 'unused' | 'asis';
}

export const usualReview: ReviewRules = { approval: 'ask', hours: 72, silence: 'unused' };

/** A week is long enough for anybody to be reached, two hours short enough for news. */
export const reviewHours = { min: 2, max: 24 * 14 } as const;
