import { toSlug } from '#libs/kernel';
import type { FeedKind } from '../feed/feed.entity.js';

/** Which feed: what its row is known by. */
export interface FeedRef {
  kind: FeedKind;
  subjectId: string;
  key: string;
}

/** A feed that has to be built again. One that is not wanted is built only if it is there already. */
export interface FeedWish extends FeedRef {
  isWanted: boolean;
}

/** Where an episode stands: all that decides in which feeds it is. */
export interface Place {
  episodeId: string;
  showId: string;
  eventId: string | null;
  /** Everybody can hear it now. */
  isOut: boolean;
  season: number | null;
  seriesId: string | null;
  /** Two letters. */
  language: string;
  track: string;
  hasVideo: boolean;
  tagSlugs: string[];
  personIds: string[];
}

/** A tag belongs to no row: its feed's subject is this. */
const noSubject = '00000000-0000-0000-0000-000000000000';

/** The address segment of a track; empty for none. */
export function toTrackSlug(track: string): string {
  return toSlug(track, '');
}

/** The feeds that an episode of this place is in, if they exist. */
export function toRefs(place: Place): FeedRef[] {
  const { showId, eventId, season, seriesId, language, hasVideo, tagSlugs, personIds } = place;
  const track = toTrackSlug(place.track);
  const ofShow = (kind: FeedKind, key = ''): FeedRef => ({ kind, subjectId: showId, key });
  return [
    ofShow('show'),
    ofShow('private'),
    ...(season !== null && season > 0 ? [ofShow('season', String(season))] : []),
    ...(language ? [ofShow('language', language)] : []),
    ...(hasVideo ? [ofShow('video')] : []),
    ...(seriesId ? [{ kind: 'series' as const, subjectId: seriesId, key: '' }] : []),
    ...(eventId ? [{ kind: 'event' as const, subjectId: eventId, key: '' }] : []),
    ...(eventId && track ? [{ kind: 'track' as const, subjectId: eventId, key: track }] : []),
    ...personIds.map((id) => ({ kind: 'person' as const, subjectId: id, key: '' })),
    ...tagSlugs.map((slug) => ({ kind: 'tag' as const, subjectId: noSubject, key: slug })),
  ];
}

/**
 * Whether an episode calls a feed into being. A show's and an event's are there before anything is out; a private one is
 * made with the first subscriber, one per language with the second language (`languages`: those that are out in its show).
 */
export function isCalled({ kind, key }: FeedRef, { isOut }: Place, languages: ReadonlySet<string>): boolean {
  if (kind === 'show' || kind === 'event') return true;
  if (kind === 'private' || !isOut) return false;
  return kind !== 'language' || (languages.size > 1 && languages.has(key));
}

/** Each feed once, in one order for everybody who locks them; wanted when one of them says so. */
export function joinWishes(wishes: readonly FeedWish[]): FeedWish[] {
  const joined = new Map<string, FeedWish>();
  for (const wish of wishes) {
    const id = `${wish.kind} ${wish.subjectId} ${wish.key}`;
    const known = joined.get(id);
    if (!known) joined.set(id, { ...wish });
    else known.isWanted ||= wish.isWanted;
  }
  return [...joined].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, wish]) => wish);
}
