/** Who reads a list: everybody, or the subscribers of a show, who hear some episodes first. */
export type Audience = 'public' | 'subscribers';

/** When an episode is on a list, by itself and without anybody's doing. */
export interface Listed {
  /** The date that its readers see. */
  publishedAt: Date;
  from: Date;
  /** From then on it is off again; null: never. */
  until: Date | null;
}

/** What decides when an episode is listed. `releaseAt`: the planned moment, for one that is not released yet. */
export interface ListingTimes {
  publishedAt: Date | null;
  releaseAt: Date | null;
  subscribersUntil: Date | null;
  expiresAt: Date | null;
}

/**
 * From when and until when an episode is listed. What subscribers heard first is dated for the others by the moment
 * it opens to them, so that apps show it as new. Undefined for one that never is.
 */
export function toListed(
  { publishedAt, releaseAt, subscribersUntil, expiresAt }: ListingTimes,
  audience: Audience,
): Listed | undefined {
  const released = releaseAt ?? publishedAt;
  if (!released) return undefined;
  const opens = audience === 'public' ? subscribersUntil : null;
  const from = later(released, opens);
  if (expiresAt && expiresAt <= from) return undefined;
  return { publishedAt: later(publishedAt ?? released, opens), from, until: expiresAt };
}

/** Whether it is listed at an instant: from its first moment on, and not at its last. */
export function isListed({ from, until }: Listed, at: Date): boolean {
  return from <= at && (!until || at < until);
}

/** The next instant after `at` at which one of them comes or goes by itself; null: none. */
export function nextChange(all: readonly Listed[], at: Date): Date | null {
  let next: Date | null = null;
  for (const { from, until } of all) {
    for (const moment of [from, until]) if (moment && moment > at && (!next || moment < next)) next = moment;
  }
  return next;
}

function later(a: Date, b: Date | null): Date {
  return b && b > a ? b : a;
}
