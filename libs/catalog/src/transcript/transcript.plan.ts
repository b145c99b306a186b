/** One stretch of speech. Plain JSON. */
export interface Segment {
  /** Both null in a text without times; `endMs` null: until the next one begins. */
  startMs: number | null;
  endMs: number | null;
  /** As it was written; empty: not said. */
  speaker: string;
  /** One paragraph or cue; its lines are parted by line feeds. */
  text: string;
}

/** One stretch of speech as readers get it: in the time of the sound they hear, by whoever it is. */
export interface SpokenSegment extends Segment {
  /** Who appears and is this speaker; null: nobody known. */
  personId: string | null;
  /** The person's name, or the speaker as written; empty: not said. */
  name: string;
}

/** Which speaker is whom, as decided by a person: a person's id, or null for nobody known. */
export type SpeakerChoices = Record<string, string | null>;

/** The most segments of one text, and the most characters of all of them (≈ 5 MB). */
export const segmentsMax = 30_000;
export const charactersMax = 5_000_000;
export const speakerMax = 128;
