import { z } from 'zod';
import { rangesMax } from '#libs/catalog';
import { presets, targets } from '#libs/ffmpeg';

const time = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);
const range = z.strictObject({ startMs: time, endMs: time });
const ranges = z.array(range).max(rangesMax);
const targetError = 'error.field.sound.target';

const settings = {
  preset: z.enum(presets, { error: 'error.field.sound.preset' }),
  /** LUFS. */
  targetLufs: z.literal(targets, { error: targetError }),
  meter: z.enum(['heard', 'literal']),
  monoAsStereo: z.boolean(),
  strength: z.number().min(0, { error: 'error.field.sound.strength' }).max(1, { error: 'error.field.sound.strength' }),
  outputs: z.strictObject({ opus: z.boolean(), m4a: z.boolean(), video: z.boolean(), hls: z.boolean() }),
  introId: z.uuid().nullable(),
  outroId: z.uuid().nullable(),
};
const ranged = { only: range.nullable(), leave: ranges, cuts: ranges };

/** `PUT /shows/:showId/sound` */
export const showSoundForm = z.strictObject({ version: z.int(), ...settings });

/** `POST /shows/:showId/sound/renders`; `release`: listeners get each sound by itself where nothing else is unreleased. */
export const batchForm = z.strictObject({ release: z.boolean().default(false) });

/** `PUT …/episodes/:episodeId/sound`; what `own` leaves out is the show's. Times are those of the recording as it was sent. */
export const episodeSoundForm = z.strictObject({
  version: z.int(),
  own: z.strictObject(settings).partial(),
  ...ranged,
  noteShown: z.boolean().optional(),
});

/** `POST …/sound/previews`: half a minute around `atMs` of the cut recording (without intro), with these changes of what is saved. */
export const previewForm = z.strictObject({
  atMs: time,
  own: z.strictObject(settings).partial().optional(),
  only: range.nullable().optional(),
  leave: ranges.optional(),
  cuts: ranges.optional(),
});

export const rollbackForm = z.strictObject({ revisionId: z.uuid() });

export const trackForm = z.strictObject({ delayMs: z.int().min(0).max(3_600_000) });

const words = { name: z.string().max(2_000), licence: z.string().max(2_000) };
export const newPieceForm = z.strictObject({ uploadId: z.uuid(), ...words, licence: words.licence.default('') });
export const pieceForm = z.strictObject(words).partial();

export const peaksQuery = z.object({
  which: z.enum(['before', 'after']).default('after'),
  revision: z.uuid().optional(),
});
