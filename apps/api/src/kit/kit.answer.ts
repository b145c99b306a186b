import { z } from 'zod';
import { regions } from '#libs/kernel';
import { letterKinds, lengths, tones } from '#libs/sharing';

const at = z.iso.datetime();
const few = z.number().nullable();

/** A file of the kit, or one that is still to be made. */
const pieceAnswer = z.object({
  id: z.uuid(),
  kind: z.string(),
  shape: z.string(),
  lang: z.string(),
  state: z.enum(['wanted', 'making', 'ready', 'failed']),
  /** A message key; empty: nothing is wrong. */
  error: z.string(),
  fileName: z.string(),
  bytes: z.number(),
  width: z.number(),
  height: z.number(),
  alt: z.string(),
  /** Below the guest's own link. */
  url: z.string(),
});

const letterAnswer = z.object({
  kind: z.enum(letterKinds),
  /** `planned`: it can still be taken back. */
  state: z.enum(['planned', 'due', 'sent', 'refused', 'dropped']),
  sentTo: z.string(),
  dueAt: at,
  sentAt: at.nullable(),
});

const happeningAnswer = z.object({
  at,
  actor: z.enum(['guest', 'team', 'user', 'system']),
  what: z.string(),
  detail: z.record(z.string(), z.unknown()),
});

/** One guest's kit as its producer sees it (`ux` 4.11). */
export const kitAnswer = z
  .object({
    linkId: z.uuid(),
    personId: z.uuid(),
    personName: z.string(),
    stage: z.string(),
    email: z.string(),
    locale: z.enum(regions),
    timeZone: z.string(),
    deadlineAt: at.nullable(),
    silenceRule: z.enum(['unused', 'asis']),
    kitMail: z.enum(['auto', 'never']),
    lettersOff: z.array(z.enum(letterKinds)),
    /** The guest's own page: whoever has it can act as the guest. Empty, as all below it, for a token that may only read. */
    url: z.string(),
    /** The same to look at, without forms. */
    lookUrl: z.string(),
    /** What the guest passes on, and the same to be said aloud. */
    shareUrl: z.string(),
    shortUrl: z.string(),
    /** When the kit goes out by itself; null: it was sent, or never is. */
    kitAt: at.nullable(),
    /** null: fewer than five; absent: the guest has turned counting off. */
    effect: z.object({ visits: few, plays: few, shares: few }).nullable(),
    quoteCount: z.number(),
    clipCount: z.number(),
    letters: z.array(letterAnswer),
    pieces: z.array(pieceAnswer),
    history: z.array(happeningAnswer),
  })
  .meta({ id: 'Kit' });

export const kitsAnswer = z
  .object({
    items: z.array(kitAnswer),
    /** Who appears and has no link yet. */
    without: z.array(z.object({ personId: z.uuid(), name: z.string(), role: z.string() })),
    /** Whether links work before the release. */
    isReachable: z.boolean(),
  })
  .meta({ id: 'Kits' });

export const kitTextsAnswer = z
  .object({
    items: z.array(
      z.object({
        tone: z.enum(tones),
        length: z.enum(lengths),
        text: z.string(),
        characters: z.number(),
        isOwn: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'KitTexts' });

export type KitAnswer = z.infer<typeof kitAnswer>;
export type KitsAnswer = z.infer<typeof kitsAnswer>;
export type KitTextsAnswer = z.infer<typeof kitTextsAnswer>;
