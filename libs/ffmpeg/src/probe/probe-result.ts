/** A chapter mark inside the file. */
export interface SourceChapter {
  readonly startMs: number;
  readonly title: string;
}

/** Tags as the file holds them, trimmed; an absent or empty one is left out. */
export interface SourceTags {
  readonly title?: string;
  readonly artist?: string;
  readonly album?: string;
  readonly albumArtist?: string;
  readonly date?: string;
  readonly track?: string;
  readonly genre?: string;
  readonly comment?: string;
  readonly description?: string;
  readonly language?: string;
  readonly publisher?: string;
}

/** What a guarded look at a file found. Plain JSON. Of several audio streams, the first is meant. */
export interface Probe {
  /** ffmpeg's name of the container, such as `wav` or `mov,mp4,m4a,3gp,3g2,mj2`. */
  readonly container: string;
  readonly codec: string;
  readonly sampleRate: number;
  readonly channels: number;
  /** ffmpeg's name, such as `stereo` or `5.1(side)`; null when the file does not say. */
  readonly channelLayout: string | null;
  /** As declared; null when the file does not say. Counted samples (`Analysis.durationMs`) are the truth. */
  readonly durationMs: number | null;
  /** Of the decoded sample; null for lossy codecs. */
  readonly bitsPerSample: number | null;
  /** The decoder gives floating point (lossy codecs, float WAV). */
  readonly isFloat: boolean;
  readonly bitRate: number | null;
  /** Moving pictures; an attached cover does not count. */
  readonly hasVideo: boolean;
  /** ffmpeg's name, such as `h264`; null without moving pictures. */
  readonly videoCodec: string | null;
  readonly videoWidth: number | null;
  readonly videoHeight: number | null;
  readonly tags: SourceTags;
  readonly chapters: readonly SourceChapter[];
  /** The attached picture; `streamIndex` is ffmpeg's. A width of 0: unknown. */
  readonly cover: { readonly streamIndex: number; readonly width: number; readonly height: number } | null;
  readonly sizeBytes: number;
}

/** A cover taken out of a file, in its original bytes. */
export interface ExtractedCover {
  readonly path: string;
  readonly mime: 'image/jpeg' | 'image/png';
  readonly width: number;
  readonly height: number;
}
