import { z } from 'zod';
import type { PieceView, ShowSoundDesk } from '#libs/catalog';
import { presets } from '#libs/ffmpeg';

export const workState = z.enum(['waiting', 'running', 'needs-you', 'done', 'failed', 'cancelled']);

/** What is wanted of the sound; pieces by id. */
export const soundSettingsAnswer = z
  .object({
    preset: z.enum(presets),
    targetLufs: z.number(),
    meter: z.enum(['heard', 'literal']),
    monoAsStereo: z.boolean(),
    strength: z.number(),
    outputs: z.object({ opus: z.boolean(), m4a: z.boolean(), video: z.boolean(), hls: z.boolean() }),
    introId: z.string().nullable(),
    outroId: z.string().nullable(),
  })
  .meta({ id: 'SoundSettings' });

export const pieceAnswer = z
  .object({
    id: z.uuid(),
    name: z.string(),
    licence: z.string(),
    recordingId: z.uuid(),
    durationMs: z.int().nullable(),
    state: workState,
    /** Where to listen to it, for signed-in ears; null until it is ready. */
    url: z.string().nullable(),
  })
  .meta({ id: 'Piece' });
export type PieceAnswer = z.infer<typeof pieceAnswer>;

export const showSoundAnswer = z
  .object({
    version: z.int(),
    defaults: soundSettingsAnswer,
    pieces: z.array(pieceAnswer),
    /** Episodes whose sound was made with other settings and is not being made anew. */
    stale: z.int(),
    /** The last rendering of the catalogue. */
    batch: z.object({ waiting: z.int(), running: z.int(), done: z.int(), failed: z.int() }).nullable(),
  })
  .meta({ id: 'ShowSound' });
export type ShowSoundAnswer = z.infer<typeof showSoundAnswer>;

export function toShowSoundAnswer(showId: string, desk: ShowSoundDesk): ShowSoundAnswer {
  const { version, defaults, pieces, stale, batch } = desk;
  return { version, defaults, stale, batch, pieces: pieces.map((piece) => toPieceAnswer(showId, piece)) };
}

export function toPieceAnswer(showId: string, piece: PieceView): PieceAnswer {
  const { id, name, licence, recordingId, durationMs, state, revisionId } = piece;
  const url = revisionId && `/api/v1/shows/${showId}/pieces/${id}/audio?revision=${revisionId}`;
  return { id, name, licence, recordingId, durationMs, state, url };
}
