import type { Uppy } from '@uppy/core';

export interface SendOptions {
  file: File;
  /** Where it goes: an episode's recording, a track that sounds with it, or a piece of the show's library. */
  meta:
    | { showId: string; episodeId: string }
    | { showId: string; episodeId: string; purpose: 'track' }
    | { showId: string; purpose: 'piece' };
  /** Where an earlier try had got to. */
  uploadUrl?: string;
  onUrl(url: string): void;
  onProgress(sent: number): void;
  onDone(url: string): void;
  onRefused(message: string): void;
}

export interface Sending {
  pause(): void;
  resume(): void;
  stop(): void;
}

const eightMebibytes = 8 * 1024 * 1024;
/** Seconds between tries; the last one repeats for as long as the network is away. */
const delays = [0, 1000, 2000, 4000, 8000, ...Array.from({ length: 2000 }, () => 10_000)];

/**
 * Sends one file over tus with Uppy, loaded when first needed. A lost network or a server that is away is tried again
 * for hours, and so is a login that has ended: whoever signs in again finds it going on. Any other refusal ends it.
 */
export async function send(options: SendOptions): Promise<Sending> {
  const { file, meta } = options;
  const [{ Uppy }, { default: Tus }] = await Promise.all([import('@uppy/core'), import('@uppy/tus')]);
  const uppy: Uppy = new Uppy({ autoProceed: false, allowMultipleUploadBatches: true });
  uppy.use(Tus, {
    endpoint: '/api/v1/uploads',
    chunkSize: eightMebibytes,
    retryDelays: delays,
    storeFingerprintForResuming: false,
    allowedMetaFields: [...Object.keys(meta), 'filename', 'filetype'],
    onShouldRetry: (error, _attempt, _options, standard) => {
      const status = error.originalResponse?.getStatus() ?? 0;
      return standard(error) || isPassing(status);
    },
    // Asked how far it is, a server that is just starting says 503; taken as an answer, the file would begin anew.
    onAfterResponse: (request, response) => {
      const status = response.getStatus();
      if (request.getMethod() === 'HEAD' && isPassing(status)) throw new Error(`Not now: ${status}`);
    },
  });
  const id = uppy.addFile({
    name: file.name,
    type: file.type || 'application/octet-stream',
    data: file,
    meta: { ...meta, filename: file.name, filetype: file.type || 'application/octet-stream' },
  });
  if (options.uploadUrl) uppy.setFileState(id, { tus: { uploadUrl: options.uploadUrl } } as object);

  let knownUrl = options.uploadUrl;
  uppy.on('upload-progress', (_file, progress) => {
    const url = (uppy.getFile(id) as { tus?: { uploadUrl?: string } } | undefined)?.tus?.uploadUrl;
    if (url && url !== knownUrl) options.onUrl((knownUrl = url));
    options.onProgress(progress.bytesUploaded ?? 0);
  });
  uppy.on('upload-success', (_file, response) => options.onDone(response.uploadURL ?? knownUrl ?? ''));
  uppy.on('upload-error', (_file, error, response) =>
    options.onRefused(toSentence(response?.body as { xhr?: XHR }, error)),
  );
  void uppy.upload();
  const toggle = (wanted: boolean) => {
    if (Boolean(uppy.getFile(id)?.isPaused) !== wanted) uppy.pauseResume(id);
  };
  return {
    pause: () => toggle(true),
    resume: () => toggle(false),
    stop: () => uppy.destroy(),
  };
}

/** No answer, not signed in, too many requests, or a server in trouble: all of them pass. */
function isPassing(status: number): boolean {
  return status === 0 || status === 401 || status === 429 || status >= 500;
}

type XHR = { responseText?: string };

/** The server's problem sentence, when it sent one. */
function toSentence(body: { xhr?: XHR } | undefined, error: { message: string }): string {
  try {
    return String((JSON.parse(body?.xhr?.responseText ?? '') as { detail?: string }).detail ?? '');
  } catch {
    return /^tus:/.test(error.message) ? '' : error.message;
  }
}
