import { z } from 'zod';
import { regions } from '#libs/kernel';

const at = z.iso.datetime();
const agreed = z.object({ approved: z.number(), total: z.number() });
const uses = z.record(z.string(), z.boolean());
const affiliated = z.object({
  organisation: z.string(),
  employer: z.enum(['named', 'notes', 'hidden']),
  titles: z.array(z.object({ lang: z.string(), title: z.string() })),
});

/** Something a guest asks to be put right. Times are of the finished sound. */
const correctionAnswer = z.object({
  id: z.uuid(),
  kind: z.enum(['moment', 'affiliation', 'consent']),
  state: z.enum(['open', 'accepted', 'refused']),
  askedAt: at,
  decidedAt: at.nullable(),
  reason: z.string(),
  startMs: z.number().nullable(),
  endMs: z.number().nullable(),
  before: affiliated.nullable(),
  after: affiliated.nullable(),
  /** Of a `consent`: what is agreed to from then on. */
  uses: uses.nullable(),
  answer: z.string(),
  isNoted: z.boolean(),
  notes: z.array(z.object({ lang: z.string(), text: z.string() })),
});

const linkAnswer = z.object({
  id: z.uuid(),
  /** The guest's own page; null: withdrawn, or asked by a token that may only read. */
  url: z.string().nullable(),
  /** For those who work for the guest; null: there is none. */
  teamUrl: z.string().nullable(),
  email: z.string(),
  locale: z.enum(regions),
  timeZone: z.string(),
});

/** One appearance, with what its guest said, agreed to and asked for (`ux` 4.8). */
export const guestAnswer = z
  .object({
    personId: z.uuid(),
    name: z.string(),
    photoUrl: z.string().nullable(),
    role: z.enum(['guest', 'host', 'speaker', 'panellist', 'moderator']),
    organisation: z.string(),
    employer: z.enum(['named', 'notes', 'hidden']),
    titles: z.array(z.object({ lang: z.string(), title: z.string() })),
    stage: z.string().nullable(),
    missing: z.array(z.string()),
    /** Where an employer that is not to be named can still be read. */
    leaks: z.array(z.object({ field: z.string(), lang: z.string() })),
    /** What was last agreed to; null: nothing was said. */
    consents: uses.nullable(),
    quotes: agreed,
    clips: agreed,
    kit: z.object({ ready: z.number(), total: z.number() }),
    lastMail: z.object({ kind: z.string(), at, isRefused: z.boolean() }).nullable(),
    link: linkAnswer.nullable(),
    corrections: z.array(correctionAnswer),
    receipts: z.array(
      z.object({
        at,
        uses,
        changed: z.array(z.string()),
        locale: z.enum(regions),
        words: z.string(),
        proof: z.enum(['code', 'producer']),
        mailedAt: at.nullable(),
      }),
    ),
    history: z.array(
      z.object({
        at,
        actor: z.enum(['guest', 'team', 'user', 'system']),
        what: z.string(),
        /** A further word: the state, the mail, what was made of a correction. */
        of: z.string(),
      }),
    ),
    lookalikes: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'Guest' });

export const guestsAnswer = z
  .object({ recordedOn: z.iso.date().nullable(), isReleased: z.boolean(), items: z.array(guestAnswer) })
  .meta({ id: 'Guests' });

export type GuestAnswer = z.infer<typeof guestAnswer>;
export type GuestsAnswer = z.infer<typeof guestsAnswer>;
