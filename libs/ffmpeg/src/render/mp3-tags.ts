/** What the finished file says about itself. Empty and absent ones are left out. */
export interface Mp3Tags {
  readonly title?: string;
  readonly artist?: string;
  readonly album?: string;
  readonly albumArtist?: string;
  /** YYYY-MM-DD or YYYY. */
  readonly date?: string;
  readonly track?: string;
  readonly genre?: string;
  readonly comment?: string;
  /** ISO 639-2, such as `fra`. */
  readonly language?: string;
  readonly publisher?: string;
  readonly copyright?: string;
}

export interface Mp3Chapter {
  readonly startMs: number;
  readonly title: string;
}
