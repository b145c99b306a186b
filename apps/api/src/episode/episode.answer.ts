import { z } from 'zod';
import {
  type Addresses,
  type EpisodeCopy,
  type EpisodeDesk,
  fileKinds,
  toChapters,
  toFeed,
  toPeople,
  toTexts,
} from '#libs/catalog';
import { languages, pickText, toLanguage } from '#libs/kernel';
import { episodeFeedAnswer } from '../feed-settings/feed-settings.answer.js';
import { pictureAnswer, toPicture } from '../http/picture.js';

const moment = z.iso.datetime().nullable();
const state = z.enum(['draft', 'scheduled', 'published', 'withdrawn']);
const kind = z.enum(['full', 'trailer', 'bonus']);
const blocker = z.object({ code: z.string(), field: z.string() });
const versions = z.object({
  basics: z.int(),
  texts: z.int(),
  chapters: z.int(),
  people: z.int(),
  cover: z.int(),
  feed: z.int(),
  transcripts: z.int(),
  files: z.int(),
});

/** `url`: for those who make it, whether it is released or not. */
const fileAnswer = z.object({
  id: z.uuid(),
  kind: z.enum(fileKinds),
  name: z.string(),
  bytes: z.int(),
  labels: z.array(z.object({ lang: z.string(), text: z.string() })),
  previewUrl: z.string().nullable(),
  url: z.string(),
});

const copyAnswer = z
  .object({
    type: kind,
    number: z.int().nullable(),
    season: z.int().nullable(),
    explicit: z.boolean(),
    language: z.string(),
    recordedOn: z.iso.date().nullable(),
    room: z.string(),
    track: z.string(),
    programmeAt: moment,
    seriesId: z.uuid().nullable(),
    part: z.int().nullable(),
    tags: z.array(z.string()),
    subscribersUntil: moment,
    expiresAt: moment,
    startHereMs: z.int().nullable(),
    isUnlisted: z.boolean(),
    cover: pictureAnswer.nullable(),
    feed: episodeFeedAnswer,
    revisionId: z.uuid().nullable(),
    versions,
    /** Field → where its unconfirmed value came from. */
    proposals: z.record(z.string(), z.enum(['tags', 'file-name', 'show'])),
    /** Guest names that no known person bears. */
    proposedNames: z.array(z.string()),
    texts: z.array(
      z.object({
        ...{ lang: z.string(), title: z.string(), summary: z.string(), notes: z.string() },
        takeaways: z.array(z.object({ text: z.string(), atMs: z.int().nullable() })),
      }),
    ),
    chapters: z.array(z.object({ startMs: z.int(), title: z.string(), url: z.string() })),
    files: z.array(fileAnswer),
    /** Which there are; their words are at `…/transcripts`. */
    transcripts: z.array(z.object({ lang: z.string(), isTimed: z.boolean() })),
    people: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        slug: z.string(),
        photoUrl: z.string().nullable(),
        role: z.enum(['guest', 'host', 'speaker', 'panellist', 'moderator']),
        organisation: z.string(),
        organisationUrl: z.string(),
        employer: z.enum(['named', 'notes', 'hidden']),
        texts: z.array(
          z.object({ lang: z.string(), title: z.string(), disclaimer: z.string(), biography: z.string() }),
        ),
      }),
    ),
  })
  .meta({ id: 'EpisodeCopy' });

const standing = {
  id: z.uuid(),
  showId: z.uuid(),
  eventId: z.uuid().nullable(),
  state,
  publishedAt: moment,
  scheduledAt: moment,
  scheduledLocal: z.string().nullable(),
  scheduledZone: z.string().nullable(),
  hasUnreleasedChanges: z.boolean(),
  /** Its page is there before the release. */
  isAnnounced: z.boolean(),
  recordingId: z.uuid().nullable(),
  durationMs: z.int().nullable(),
  /** What keeps it from being published; in words: `error.blocker.<code>`. */
  blockers: z.array(blocker),
  updatedAt: z.iso.datetime(),
};

export const episodeAnswer = z
  .object({
    ...standing,
    guid: z.string(),
    working: copyAnswer,
    released: copyAnswer.nullable(),
    /** Where it is, or was, published; by page language. */
    pageUrl: z.object({ en: z.string().optional(), fr: z.string().optional() }),
    feedUrl: z.string(),
  })
  .meta({ id: 'Episode' });
export type EpisodeAnswer = z.infer<typeof episodeAnswer>;

const summaryAnswer = z
  .object({
    ...standing,
    title: z.string(),
    number: z.int().nullable(),
    season: z.int().nullable(),
    type: kind,
    cover: pictureAnswer.nullable(),
    people: z.array(z.object({ name: z.string() })),
  })
  .meta({ id: 'EpisodeSummary' });
export type EpisodeSummary = z.infer<typeof summaryAnswer>;
export const episodesAnswer = z.object({ items: z.array(summaryAnswer) });

export function toEpisodeAnswer(desk: EpisodeDesk, addresses: Addresses): EpisodeAnswer {
  return {
    ...toStanding(desk),
    guid: desk.episode.guid,
    working: toCopy(desk.working, desk, addresses),
    released: desk.released && toCopy(desk.released, desk, addresses),
    pageUrl: toPageUrls(desk, addresses),
    feedUrl: addresses.showFeed(desk.show.slug),
  };
}

export function toEpisodeSummary(desk: EpisodeDesk, addresses: Addresses): EpisodeSummary {
  const { working, show } = desk;
  const home = toLanguage(show.language);
  const cover = working.coverKey ? working : show;
  return {
    ...toStanding(desk),
    title:
      pickText(
        working.texts.filter((text) => text.title),
        home,
        home,
      )?.title ?? '',
    number: working.number,
    season: working.season,
    type: working.type,
    cover: toPicture(addresses, cover.coverKey, cover.coverWidth),
    people: working.appearances.flatMap(({ personId }) => {
      const name = desk.persons.get(personId)?.name;
      return name ? [{ name }] : [];
    }),
  };
}

function toStanding({ episode, blockers, durationMs }: EpisodeDesk) {
  const { id, showId, eventId, state, scheduledLocal, scheduledZone, hasUnreleasedChanges, recordingId } = episode;
  return {
    ...{ id, showId, eventId, state, scheduledLocal, scheduledZone, hasUnreleasedChanges, recordingId },
    isAnnounced: episode.isAnnounced,
    publishedAt: episode.publishedAt?.toISOString() ?? null,
    scheduledAt: episode.scheduledAt?.toISOString() ?? null,
    durationMs,
    blockers: blockers.map(({ code, field }) => ({ code, field })),
    updatedAt: episode.updatedAt.toISOString(),
  };
}

function toCopy(
  copy: EpisodeCopy,
  { persons, episode: { showId } }: EpisodeDesk,
  addresses: Addresses,
): z.infer<typeof copyAnswer> {
  const { type, number, season, explicit, language, recordedOn, room, track, revisionId } = copy;
  const { versions, proposals, proposedNames, seriesId, part, tags, startHereMs, isUnlisted } = copy;
  return {
    ...{ type, number, season, explicit, language, recordedOn, room, track, revisionId },
    ...{ versions, proposals, proposedNames, seriesId, part, tags, startHereMs, isUnlisted },
    subscribersUntil: copy.subscribersUntil?.toISOString() ?? null,
    expiresAt: copy.expiresAt?.toISOString() ?? null,
    programmeAt: copy.programmeAt?.toISOString() ?? null,
    cover: toPicture(addresses, copy.coverKey, copy.coverWidth),
    texts: toTexts(copy),
    chapters: toChapters(copy),
    transcripts: copy.transcripts.map(({ lang, isTimed }) => ({ lang, isTimed })),
    feed: toFeed(copy),
    files: copy.files.map(({ id, kind, name, bytes, labels, previewKey }) => ({
      ...{ id, kind, name, bytes, labels },
      previewUrl: previewKey && addresses.image(previewKey, 320),
      url: `/api/v1/shows/${showId}/episodes/${copy.episodeId}/files/${id}`,
    })),
    people: toPeople(copy).flatMap((appearance) => {
      const person = persons.get(appearance.personId);
      if (!person) return [];
      const photoUrl = person.photoKey ? addresses.image(person.photoKey, 'full') : null;
      return [{ ...appearance, name: person.name, slug: person.slug, photoUrl }];
    }),
  };
}

/** A page language without its own text is read at the address of the one there is. */
function toPageUrls({ slugs, show, eventSlug }: EpisodeDesk, addresses: Addresses): EpisodeAnswer['pageUrl'] {
  const known = Object.entries(slugs).map(([lang, slug]) => ({ lang, slug }));
  return Object.fromEntries(
    languages.flatMap((lang) => {
      const slug = pickText(known, lang, toLanguage(show.language))?.slug;
      if (slug === undefined) return [];
      return [[lang, eventSlug ? addresses.talk(lang, eventSlug, slug) : addresses.episode(lang, show.slug, slug)]];
    }),
  );
}
