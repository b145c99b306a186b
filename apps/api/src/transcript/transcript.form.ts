import { z } from 'zod';
import { transcriptExtensions } from '#libs/catalog';

const timesOf = z.enum(['sound', 'recording']).optional();

/** A pasted text; a file is sent as it is (`PUT …/file`). */
export const transcriptForm = z.strictObject({
  version: z.int(),
  text: z.string().max(4_000_000),
  /** Found by what it says when it is not given. */
  format: z.enum(transcriptExtensions).optional(),
  /** What its times are of: the finished sound, as usual, or the recording as it was sent. */
  timesOf,
});

export const fileQuery = z.object({
  version: z.coerce.number().int(),
  format: z.enum(transcriptExtensions).optional(),
  timesOf,
});

export const versionForm = z.strictObject({ version: z.int() });
export const versionQuery = z.object({ version: z.coerce.number().int() });

/** Speaker as written → the person's id, or null for nobody who appears. */
export const speakersForm = z.strictObject({
  version: z.int(),
  speakers: z.record(z.string().max(200), z.uuid().nullable()).refine((all) => Object.keys(all).length <= 500, {
    error: 'error.field.tooMany',
  }),
});

export const pageQuery = z.object({
  from: z.coerce.number().int().min(0).default(0),
  size: z.coerce.number().int().min(1).max(1000).default(200),
});

export const downloadQuery = z.object({ format: z.enum(transcriptExtensions).default('vtt') });
