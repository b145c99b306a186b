import type { RevisionOrigin } from './revision.entity.js';

/** Short recordings never wait for long ones. */
export type Lane = 'short' | 'long';

/** Up to fifteen minutes of sound are short. */
export const shortestLongMs = 15 * 60_000;

/** Bytes that fifteen minutes take at least: sixteen bits of one channel, half of it packed, or a lean 64 kbit/s. */
const bytesOfShort = { plain: 75e6, packed: 35e6, lossy: 7e6 };
const kinds: readonly [RegExp, keyof typeof bytesOfShort][] = [
  [/\.(wav|wave|w64|bwf|rf64|aiff?|caf)$/i, 'plain'],
  [/\.(flac|alac|wv|ape)$/i, 'packed'],
];

/** What decides about the lane. `durationMs` is null before the recording was looked at, and where no file says it. */
export interface Sized {
  readonly durationMs: number | null;
  readonly originalBytes: number;
  readonly originalName: string;
  readonly origin?: RevisionOrigin;
}

/**
 * Where a recording is worked on: by its length, or while that is unknown by its bytes, as if it were coded as leanly
 * as its name allows. New tags are a copy, short whatever the length.
 */
export function laneOf({ durationMs, originalBytes, originalName, origin }: Sized): Lane {
  if (origin === 'tags') return 'short';
  if (durationMs) return durationMs <= shortestLongMs ? 'short' : 'long';
  const kind = kinds.find(([pattern]) => pattern.test(originalName))?.[1] ?? 'lossy';
  return originalBytes <= bytesOfShort[kind] ? 'short' : 'long';
}
