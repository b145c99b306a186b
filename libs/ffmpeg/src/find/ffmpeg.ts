/** The pair of programs in use, found and checked by `findFfmpeg`. */
export interface Ffmpeg {
  /** A path, or the bare name when it is found through PATH. */
  readonly ffmpeg: string;
  readonly ffprobe: string;
  /** As it names itself, such as `5.1.9-0+deb12u1`. */
  readonly version: string;
  readonly source: 'FFMPEG_PATH' | 'PATH' | 'npm';
  /** Last maintained before 2021: its readers of foreign formats have known holes. */
  readonly isOld: boolean;
  /** False: `alimiter` cannot make up for its own delay, so the render trims 5 ms. */
  readonly hasLimiterLatency: boolean;
  /** An ffmpeg that shows no progress for so long is ended. Default 90. */
  readonly stallSeconds?: number;
  /** One sentence to print at start. */
  readonly warning?: string;
}
