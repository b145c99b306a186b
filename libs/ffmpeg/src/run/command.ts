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
  /** The audio filters of the only audio output, in order. */
  readonly audioFilters?: readonly string[];
  readonly outputOptions: readonly string[];
  /** The muxer's name. */
  readonly format: string;
  /** Length of the result if known: gives progress and the wall limit. */
  readonly durationMs: number;
}
