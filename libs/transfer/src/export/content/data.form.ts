import { z } from 'zod';

/** A file of this archive and where it is announced. */
const file = z.object({
  path: z.string().describe('In this archive.'),
  url: z.string().describe('As the feed announces it.'),
  mime: z.string(),
  bytes: z.int(),
  durationMs: z.int(),
  bitrate: z.int().describe('Bits a second.'),
  sha256: z.string().describe('Hex.'),
});
const image = z.string().nullable().describe('Path in this archive.');
const time = z.iso.datetime();

/** `data/show.json`: what the show says of itself, and how it is set up. */
export const showData = z.object({
  format: z.literal('estrade/show'),
  version: z.literal(1),
  id: z.string(),
  slug: z.string(),
  podcastGuid: z.string().nullable().describe('podcast:guid; it stays with the show for ever.'),
  url: z.string(),
  feedUrl: z.string(),
  language: z.string(),
  category: z.string(),
  subcategory: z.string(),
  explicit: z.boolean(),
  type: z.enum(['episodic', 'serial']),
  author: z.string(),
  ownerEmail: z.string(),
  timeZone: z.string(),
  copyright: z.string(),
  locked: z.boolean(),
  accent: z.string(),
  cover: image,
  texts: z.array(z.object({ lang: z.string(), title: z.string(), description: z.string().describe('Markdown.') })),
  hostIds: z.array(z.string()).describe('People, by their id in people.json.'),
  feed: z.record(z.string(), z.unknown()).describe('What the feed says beyond that.'),
  episodes: z.array(z.string()).describe('Paths of the episodes’ files, newest first.'),
});
export type ShowData = z.infer<typeof showData>;

/** `data/episodes/….json` and `drafts/….json`: one episode with all its fields. */
export const episodeData = z.object({
  format: z.literal('estrade/episode'),
  version: z.literal(1),
  id: z.string(),
  guid: z.string().describe('As in the feed, byte for byte; it never changes.'),
  state: z.enum(['draft', 'scheduled', 'published', 'withdrawn']),
  publishedAt: time.nullable(),
  updatedAt: time,
  type: z.enum(['full', 'trailer', 'bonus']),
  season: z.int().nullable(),
  number: z.int().nullable(),
  explicit: z.boolean(),
  language: z.string(),
  recordedOn: z.string().nullable(),
  subscribersUntil: time.nullable(),
  expiresAt: time.nullable(),
  cover: image,
  texts: z.array(
    z.object({
      lang: z.string(),
      title: z.string(),
      slug: z.string(),
      summary: z.string(),
      notes: z.string().describe('Markdown.'),
      takeaways: z.array(z.object({ text: z.string(), atMs: z.int().nullable() })),
    }),
  ),
  startHereMs: z.int().nullable().describe('Where it gets good, in the time of the enclosure.'),
  isUnlisted: z.boolean().describe('By its link only.'),
  chapters: z.array(z.looseObject({ startMs: z.int(), title: z.string(), url: z.string() })),
  appearances: z.array(
    z.object({
      personId: z.string(),
      role: z.string(),
      organisation: z.string(),
      texts: z.array(z.object({ lang: z.string(), title: z.string(), disclaimer: z.string() })),
    }),
  ),
  transcripts: z.array(z.object({ lang: z.string(), isTimed: z.boolean(), paths: z.array(z.string()) })),
  enclosure: file.extend({ revision: z.int() }).nullable(),
  alternates: z.array(file.extend({ kind: z.string() })),
  original: z.string().nullable().describe('Path of the recording as it was sent, when originals were asked for.'),
  files: z.array(
    z.object({
      path: z.string().nullable(),
      kind: z.string(),
      name: z.string(),
      labels: z.array(z.object({ lang: z.string(), text: z.string() })),
    }),
  ),
  licences: z.array(z.string()),
  event: z.object({ id: z.string(), room: z.string(), track: z.string(), programmeAt: time.nullable() }).nullable(),
  series: z.object({ id: z.string(), part: z.int().nullable() }).nullable(),
  tags: z.array(z.object({ name: z.string(), slug: z.string() })),
  feed: z.record(z.string(), z.unknown()),
});
export type EpisodeData = z.infer<typeof episodeData>;

/** `data/people.json`: everybody who hosts or appears, as their public pages show them. */
export const peopleData = z.object({
  format: z.literal('estrade/people'),
  version: z.literal(1),
  people: z.array(
    z.object({
      id: z.string(),
      slug: z.string(),
      name: z.string(),
      pronouns: z.string(),
      photo: image,
      links: z.array(z.object({ label: z.string(), url: z.string() })),
      texts: z.array(z.object({ lang: z.string(), biography: z.string().describe('Markdown.') })),
      now: z.object({ title: z.string(), organisation: z.string(), organisationUrl: z.string() }).nullable(),
    }),
  ),
});
export type PeopleData = z.infer<typeof peopleData>;

/** `data/events.json` and `data/series.json`: what episodes are parts of. */
export const groupsData = z.object({
  format: z.enum(['estrade/events', 'estrade/series', 'estrade/tags']),
  version: z.literal(1),
  items: z.array(z.looseObject({ slug: z.string() })),
});
export type GroupsData = z.infer<typeof groupsData>;

/** `data/schema.json`: these forms as JSON Schema, so that any program can read the archive without us. */
export function dataSchemas(): Record<string, unknown> {
  const forms = { show: showData, episode: episodeData, people: peopleData, groups: groupsData };
  return Object.fromEntries(Object.entries(forms).map(([name, form]) => [name, z.toJSONSchema(form)]));
}
