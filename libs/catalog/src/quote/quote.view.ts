/** Where an approved sentence may be used. */
export interface QuoteUses {
  page: boolean;
  /** On cards and in clips. */
  image: boolean;
  /** In the texts of the kit. */
  text: boolean;
}

/** One sentence of one person, always tied to its time (`ux:K-18`). Only texts approved in their language are in it. */
export interface QuoteView {
  id: string;
  personId: string;
  startMs: number;
  endMs: number;
  /** Spoken language. */
  language: string;
  texts: { lang: string; text: string; isTranslation: boolean }[];
  uses: QuoteUses;
}
