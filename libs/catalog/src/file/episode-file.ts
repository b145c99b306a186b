/** What a file beside the sound may be; told by its content, never by its name (`abuse:A10`). */
export const fileKinds = ['pdf', 'png', 'jpeg', 'webp', 'epub', 'odp'] as const;
export type FileKind = (typeof fileKinds)[number];

/** Slides, a document or a picture beside the sound, as a copy keeps it. Plain JSON. */
export interface EpisodeFile {
  /** Stays the same in the released copy: part of the public address. */
  id: string;
  /** Storage key of the bytes as they were sent. */
  key: string;
  kind: FileKind;
  /** What it is called when it is saved: letters, digits, `.` and `-`, with the ending of its kind. */
  name: string;
  bytes: number;
  /** What it is, per language of the pages; where there is none, its name says it. */
  labels: { lang: string; text: string }[];
  /** Of a picture: a smaller one of our own making (`image/…`); null: none. */
  previewKey: string | null;
}

/** How many an episode may have, and how large each may be. */
export const filesMax = 20;
export const fileBytesMax = 50 * 1024 * 1024;
