import { regions } from '#libs/kernel';
import { z } from 'zod';

/** The shapes of cards, in pixels (`ux` 2.5): `wide` is what links show, `story` keeps 250 px free above and below. */
export const cardShapes = {
  wide: { width: 1200, height: 630, most: 300 * 1024 },
  square: { width: 1080, height: 1080, most: 400 * 1024 },
  portrait: { width: 1080, height: 1350, most: 500 * 1024 },
  story: { width: 1080, height: 1920, most: 600 * 1024 },
} as const;
export type CardShape = keyof typeof cardShapes;

const person = z.object({
  name: z.string(),
  /** Title and employer as of the recording, or now on a person's own card; empty: nothing is said. */
  role: z.string(),
  photoKey: z.string().nullable(),
});
export type CardPerson = z.output<typeof person>;

/**
 * All that a card shows, and nothing else: the same content is the same picture, byte for byte (`ux:K-11`). Texts are
 * as people wrote them; what cannot be drawn is left out while drawing.
 */
export const cardContent = z.object({
  /** Raised when the drawing changes, so that all are drawn anew. */
  drawing: z.literal(1),
  kind: z.enum(['episode', 'quote', 'show', 'person', 'tag', 'event', 'home']),
  region: z.enum(regions),
  /** `#rrggbb`; empty: the house's. */
  accent: z.string(),
  /** Of the show; on other cards a line above the title. */
  above: z.string(),
  coverKey: z.string().nullable(),
  /** In the order of the programme. */
  people: z.array(person).max(40),
  /** The episode's, the quotation, the show's or the tag's name. */
  title: z.string(),
  /** Below the title. */
  line: z.string(),
  /** A word of its own: `from 10:00`, a day of release, `translated from English`. */
  note: z.string(),
  /** 0 to 100, of the sound; empty: an ornament made of the title. */
  peaks: z.array(z.number()).max(200),
  /** Where in the sound the mark stands, 0 to 1; null: nowhere. */
  at: z.number().min(0).max(1).nullable(),
  /** Covers of several shows, for the first page. */
  coverKeys: z.array(z.string()).max(5),
});
export type CardContent = z.output<typeof cardContent>;

/** A content with nothing in it but what is given. */
export function toCardContent(
  given: Partial<CardContent> & Pick<CardContent, 'kind' | 'region' | 'title'>,
): CardContent {
  return {
    ...{ drawing: 1, accent: '', above: '', coverKey: null, people: [], line: '', note: '', peaks: [], at: null },
    ...{ coverKeys: [] },
    ...given,
  } as CardContent;
}
