/** How the caller steers a running step. Aborting kills the process and rejects with `signal.reason`. */
export interface JobControl {
  readonly signal?: AbortSignal;
  /** Called with 0..1, never falling, at most a few times a second. */
  readonly onProgress?: (done: number) => void;
}
