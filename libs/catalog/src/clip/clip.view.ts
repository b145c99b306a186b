/** Where an approved part of an episode may be used. */
export interface ClipUses {
  page: boolean;
  kit: boolean;
  /** As podcast:soundbite. */
  feed: boolean;
}

/** A part of an episode that may be shared by itself: 15 to 120 s of the finished sound. */
export interface ClipView {
  id: string;
  startMs: number;
  endMs: number;
  /** Spoken language. */
  language: string;
  texts: { lang: string; title: string }[];
  /** Who is heard in it. */
  personIds: string[];
  uses: ClipUses;
}
