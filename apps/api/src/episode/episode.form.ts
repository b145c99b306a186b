import { z } from 'zod';
import { chaptersMax } from '#libs/catalog';
import { languages } from '#libs/kernel';

/** Lengths here only keep nonsense out; the domain says what a title may be, in words. */
const line = z.string().max(10_000);
const count = z.int().min(0).max(99_999).nullable();
const version = z.int();
/** Proposals that this save leaves open. */
const keep = z.array(z.string().max(40)).max(20).optional();
const lang = z.enum(languages);
const ms = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);

const tags = z.strictObject({
  title: line.optional(),
  artist: line.optional(),
  album: line.optional(),
  track: line.optional(),
  date: line.optional(),
  comment: z.string().max(100_000).optional(),
  chapters: z
    .array(
      z.strictObject({
        startMs: z
          .int()
          .min(0)
          .max(2 ** 31 - 1),
        title: line,
      }),
    )
    .max(5000)
    .optional(),
});

export const draftForm = z.strictObject({
  eventId: z.uuid().nullable().optional(),
  fileName: line.optional(),
  tags: tags.optional(),
  title: line.optional(),
});

export const episodeFilter = z.object({
  state: z.enum(['draft', 'scheduled', 'published', 'withdrawn']).optional(),
  eventId: z.uuid().optional(),
});

export const basicsForm = z.strictObject({
  version,
  type: z.enum(['full', 'trailer', 'bonus']).optional(),
  number: count.optional(),
  season: count.optional(),
  explicit: z.boolean().optional(),
  language: z.string().max(10).optional(),
  recordedOn: z.string().max(20).nullable().optional(),
  eventId: z.uuid().nullable().optional(),
  room: line.optional(),
  track: line.optional(),
  programmeAt: z.iso.datetime({ offset: true }).nullable().optional(),
  seriesId: z.uuid().nullable().optional(),
  part: count.optional(),
  tags: z.array(line).max(100).optional(),
  subscribersUntil: z.iso.datetime({ offset: true }).nullable().optional(),
  expiresAt: z.iso.datetime({ offset: true }).nullable().optional(),
  startHereMs: ms.nullable().optional(),
  isUnlisted: z.boolean().optional(),
});

export const textsForm = z.strictObject({
  version,
  keep,
  texts: z
    .array(
      z.strictObject({
        lang,
        title: line.default(''),
        summary: z.string().max(100_000).default(''),
        notes: z.string().max(500_000).default(''),
        takeaways: z
          .array(z.strictObject({ text: line, atMs: ms.nullable().default(null) }))
          .max(50)
          .optional(),
      }),
    )
    .max(languages.length),
});

/** A list, or a pasted text of lines such as `12:30 Title`. */
export const chaptersForm = z
  .strictObject({
    version,
    keep,
    pasted: z.string().max(200_000).optional(),
    chapters: z
      .array(
        z.strictObject({
          startMs: z
            .int()
            .min(0)
            .max(2 ** 31 - 1),
          title: line,
          url: z.string().max(2000).default(''),
        }),
      )
      .max(chaptersMax * 2)
      .optional(),
  })
  .refine((form) => (form.pasted === undefined) !== (form.chapters === undefined), {
    path: ['chapters'],
    error: 'error.field.required',
  });

export const peopleForm = z.strictObject({
  version,
  keep,
  people: z
    .array(
      z.strictObject({
        personId: z.uuid().optional(),
        name: z.string().max(500).optional(),
        role: z.enum(['guest', 'host', 'speaker', 'panellist', 'moderator']).default('guest'),
        organisation: line.default(''),
        organisationUrl: z.string().max(2000).optional(),
        employer: z.enum(['named', 'notes', 'hidden']).optional(),
        texts: z
          .array(
            z.strictObject({
              lang,
              title: line.default(''),
              disclaimer: line.default(''),
              biography: z.string().max(20_000).optional(),
            }),
          )
          .max(languages.length)
          .default([]),
      }),
    )
    .max(100),
});

export const coverQuery = z.object({
  version: z.coerce.number().int(),
  /** `1`: found in the file and not confirmed yet. */
  proposed: z.enum(['0', '1']).default('0'),
});

/** `afterSeconds`: so long it can be taken back without a trace; the studio takes a minute. */
export const publishForm = z.strictObject({ afterSeconds: z.int().min(0).max(3600).optional() }).nullish();

/** `POST …/unpublish`: `isByLaw` when the law wants it. */
export const unpublishForm = z.strictObject({ isByLaw: z.boolean().optional() }).nullish();

export const announceForm = z.strictObject({ isAnnounced: z.boolean() });

export const scheduleForm = z.strictObject({
  local: z.string().max(40),
  zone: z.string().max(100),
  offset: z.string().max(10).optional(),
});

const labels = z.array(z.strictObject({ lang, text: line })).max(languages.length);

/** What is sent with the bytes of a file. */
export const newFileQuery = z.object({
  version: z.coerce.number().int(),
  name: z.string().min(1).max(500),
  lang: lang.optional(),
  label: z.string().max(500).optional(),
});

/** The files in their order; one that is left out goes. */
export const filesForm = z.strictObject({
  version,
  files: z.array(z.strictObject({ id: z.uuid(), labels })).max(100),
});
