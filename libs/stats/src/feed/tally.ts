/** What was asked for since the last flush, of one app for one version of a feed. */
export interface Tally {
  ok: number;
  unchanged: number;
  other: number;
  bytes: number;
  /** Milliseconds of the first time that the app was given the bytes or said that it has them; 0: not yet. */
  firstAt: number;
}

/** One answer to a request for a feed. */
export interface FeedAnswered {
  /** The version that stands at the address. */
  readonly versionId: string;
  readonly status: number;
  readonly method: string | undefined;
  /** Of the body, if it was sent. */
  readonly bytes: number;
  readonly userAgent: string | undefined;
}

export function emptyTally(): Tally {
  return { ok: 0, unchanged: 0, other: 0, bytes: 0, firstAt: 0 };
}

export function add(tally: Tally, { status, method, bytes }: FeedAnswered, now: number): void {
  if (method === 'GET' && status === 200) {
    tally.ok += 1;
    tally.bytes += bytes;
  } else if (method === 'GET' && status === 304) tally.unchanged += 1;
  else {
    tally.other += 1;
    return;
  }
  tally.firstAt ||= now;
}

/** Puts back what could not be written. */
export function merge(into: Tally, from: Tally): void {
  into.ok += from.ok;
  into.unchanged += from.unchanged;
  into.other += from.other;
  into.bytes += from.bytes;
  into.firstAt = into.firstAt && from.firstAt ? Math.min(into.firstAt, from.firstAt) : into.firstAt || from.firstAt;
}
