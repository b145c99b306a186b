import { z } from 'zod';
import { cardContent } from '../card/card.content.js';

const cue = z.object({ startMs: z.number(), endMs: z.number(), text: z.string() });

/** All that a clip's file is made of: the same input is the same file (`ux:K-11`). */
export const clipInput = z.object({
  /** Raised when the drawing changes, so that all are made anew. */
  drawing: z.literal(1),
  /** Storage key of the finished sound, or of its film. */
  source: z.object({ key: z.string(), isFilm: z.boolean() }),
  startMs: z.number(),
  endMs: z.number(),
  /** From the clip's begin; empty: none are drawn. */
  cues: z.array(cue),
  /** Who speaks, in which show; null where nothing is drawn. */
  content: cardContent.nullable(),
  /** Disclaimers of those who asked for them, on the last two seconds (`ux` 2.10); empty: no end. */
  endNotes: z.array(z.string()),
});
export type ClipInput = z.output<typeof clipInput>;
