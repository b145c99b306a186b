/** One input of a command. `format` is set only for files that we made ourselves and that cannot be recognised. */
export interface CommandInput {
  /** Absolute path. */
  readonly path: string;
  readonly options?: readonly string[];
  /** The formats that may be read; the default is the list for foreign media. */
  readonly formats?: readonly string[];
}

/** A render, encode or mux as plain data: presets describe it, `runCommand` runs it. One output file. */
export interface MediaCommand {
  /** For messages and logs, such as `render`. */
  readonly what: string;
  readonly inputs: readonly CommandInput[];
  /** A filter graph over the inputs; its ends are mapped by name in `outputOptions`. */
  readonly graph?: string;
  readonly outputOptions: readonly string[];
  /** The muxer's name. */
  readonly format: string;
  /** Length of the result if known: gives progress and the limits. */
  readonly durationMs: number;
  /** Sound that has to be read before anything comes out. */
  readonly skippedMs?: number;
  /** What is moved once more within a finished MP4, so that it plays while it loads; there is no progress meanwhile. */
  readonly movedBytes?: number;
  /** The largest file that it may write; the default is generous for sound. */
  readonly mostFileBytes?: number;
}
