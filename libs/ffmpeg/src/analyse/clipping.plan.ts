import type { ClippedPlace } from './analysis.js';
import type { ClippedBins } from './clip-finder.js';

const mostPlaces = 200;

/** Places in ms, neighbours joined until there are few enough to be kept in a row of a table. */
export function toPlaces(found: readonly ClippedBins[]): ClippedPlace[] {
  let places = found.map(({ first, last, samples }) => ({ startMs: first * 10, endMs: last * 10 + 10, samples }));
  for (let gapMs = 1000; places.length > mostPlaces; gapMs *= 2) places = joinPlaces(places, gapMs);
  return places;
}

/** Joins places (in order) that lie nearer than `gapMs`. */
export function joinPlaces(places: readonly ClippedPlace[], gapMs: number): ClippedPlace[] {
  const joined: ClippedPlace[] = [];
  for (const place of places) {
    const last = joined.at(-1);
    if (last && place.startMs - last.endMs < gapMs) {
      joined[joined.length - 1] = { ...last, endMs: place.endMs, samples: last.samples + place.samples };
    } else joined.push(place);
  }
  return joined;
}
