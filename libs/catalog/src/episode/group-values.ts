import { type EpisodeFeed, usualEpisodeFeed } from '../feed/feed-settings.js';
import type { EpisodeCopy } from './episode-copy.entity.js';
import type { Episode } from './episode.entity.js';

/** The plain values of each field group: what a change row keeps and a conflict shows. */
export function toBasics(copy: EpisodeCopy, episode: Pick<Episode, 'eventId'>) {
  const { type, number, season, explicit, language, recordedOn, room, track, programmeAt } = copy;
  const { seriesId, part, tags, subscribersUntil, expiresAt, startHereMs, isUnlisted } = copy;
  const { eventId } = episode;
  return {
    ...{ type, number, season, explicit, language, recordedOn, eventId, room, track, programmeAt },
    ...{ seriesId, part, tags, subscribersUntil, expiresAt, startHereMs, isUnlisted },
  };
}

export function toTexts(copy: EpisodeCopy) {
  return copy.texts.map(({ lang, title, summary, notes, takeaways }) => ({ lang, title, summary, notes, takeaways }));
}

export function toChapters(copy: EpisodeCopy) {
  return copy.chapters.map(({ startMs, title, url }) => ({ startMs, title, url }));
}

export function toPeople(copy: EpisodeCopy) {
  return copy.appearances.map(({ personId, role, organisation, organisationUrl, employer, texts }) => ({
    personId,
    role,
    organisation,
    organisationUrl,
    employer,
    texts: texts
      .map(({ lang, title, disclaimer, biography }) => ({ lang, title, disclaimer, biography }))
      .sort((a, b) => a.lang.localeCompare(b.lang)),
  }));
}

/** Which texts there are, and whether they changed: never the words. */
export function toTranscripts(copy: EpisodeCopy) {
  return copy.transcripts.map(({ lang, isTimed, segmentCount, digest, speakers }) => ({
    ...{ lang, isTimed, segmentCount, digest, speakers },
  }));
}

/** What the item says beyond its fields, whole. */
export function toFeed({ feed }: Pick<EpisodeCopy, 'feed'>): EpisodeFeed {
  return { ...usualEpisodeFeed, ...feed };
}

export function toCover({ coverKey, coverWidth }: EpisodeCopy) {
  return { coverKey, coverWidth };
}
