import { sendDigest } from '../api/media.calls';
import { Problem } from '../api/problem';
import { keys, queryClient } from '../api/queries';
import { forgetUpload, keepUpload, keptUploads } from './kept-uploads';
import { send, type Sending } from './sender';
import { allUploads, changeUpload, dropUpload, putUpload, type UploadEntry } from './upload-store';

const sendings = new Map<string, Sending>();
const lastSign = new Map<string, number>();
const silenceBeforeWords = 30_000;

/** Starts (or goes on with) sending a file for an episode. `id` is the file's fingerprint. */
export async function startSending(file: File, entry: Pick<UploadEntry, 'id' | 'showId' | 'episodeId'>): Promise<void> {
  const kept = keptUploads().find((k) => k.id === entry.id && k.episodeId === entry.episodeId);
  const upload: UploadEntry = {
    ...entry,
    fileName: file.name,
    totalBytes: file.size,
    sentBytes: kept?.sentBytes ?? 0,
    phase: 'sending',
    speed: null,
    uploadUrl: kept?.uploadUrl,
  };
  putUpload(upload);
  keepUpload(upload);
  lastSign.set(entry.id, Date.now());
  const sum = import('./fingerprint').then(({ digest }) => digest(file, () => !find(entry.id)));
  const sending = await send({
    file,
    meta: { showId: entry.showId, episodeId: entry.episodeId },
    uploadUrl: kept?.uploadUrl,
    onUrl: (uploadUrl) => change(entry.id, { uploadUrl }),
    onProgress: (sentBytes) => onProgress(entry.id, sentBytes),
    onDone: (url) => void finish(entry.id, url, sum),
    onRefused: (message) => {
      forgetUpload(entry.id);
      changeUpload(entry.id, { phase: 'failed', message });
    },
  });
  sendings.set(entry.id, sending);
}

export function pauseUpload(id: string): void {
  sendings.get(id)?.pause();
  change(id, { phase: 'paused', speed: null });
}

export function resumeUpload(id: string): void {
  lastSign.set(id, Date.now());
  marks.delete(id);
  change(id, { phase: 'sending' });
  sendings.get(id)?.resume();
}

/** Takes it off the list; what the server has of it expires there. */
export function abandonUpload(id: string): void {
  sendings.get(id)?.stop();
  sendings.delete(id);
  forgetUpload(id);
  dropUpload(id);
}

/** After a reload: what was under way here and has no file now. */
export function recallGhosts(): void {
  for (const kept of keptUploads()) {
    if (!find(kept.id)) putUpload({ ...kept, phase: 'ghost', speed: null });
  }
}

/** Says "waiting for the network" only after half a minute without a byte (`ux:P-06`). */
export function watchSilence(): () => void {
  const timer = setInterval(() => {
    for (const { id, phase, speed } of allUploads()) {
      const silence = Date.now() - (lastSign.get(id) ?? Date.now());
      if (phase === 'sending' && silence > silenceBeforeWords) changeUpload(id, { phase: 'offline', speed: null });
      else if (phase === 'sending' && silence > 4_000 && speed !== null) changeUpload(id, { speed: null });
    }
  }, 1000);
  return () => clearInterval(timer);
}

const find = (id: string) => allUploads().find((e) => e.id === id);
const marks = new Map<string, { at: number; bytes: number }>();

function onProgress(id: string, sentBytes: number): void {
  const entry = find(id);
  if (!entry || entry.phase === 'paused') return;
  const now = Date.now();
  if (sentBytes !== entry.sentBytes) lastSign.set(id, now);
  const mark = marks.get(id) ?? { at: now, bytes: sentBytes };
  marks.set(id, mark);
  const seconds = (now - mark.at) / 1000;
  if (seconds < 1) {
    if (entry.phase === 'offline') changeUpload(id, { phase: 'sending', sentBytes });
    return;
  }
  const recent = Math.max(0, sentBytes - mark.bytes) / seconds;
  const speed = entry.speed === null ? recent : entry.speed * 0.6 + recent * 0.4;
  marks.set(id, { at: now, bytes: sentBytes });
  change(id, { sentBytes, speed, phase: 'sending' });
}

function change(id: string, values: Partial<UploadEntry>): void {
  changeUpload(id, values);
  const entry = find(id);
  if (entry) keepUpload(entry);
}

/** The last word: both sides' hashes are compared, and a difference asks for the file again. */
async function finish(id: string, url: string, sum: Promise<string | undefined>): Promise<void> {
  const entry = find(id);
  if (!entry) return;
  changeUpload(id, { phase: 'checking', sentBytes: entry.totalBytes, speed: null });
  forgetUpload(id);
  void queryClient.invalidateQueries({ queryKey: keys.recording(entry.episodeId) });
  const [sha256, uploadId] = [await sum.catch(() => undefined), url.split('/').pop()];
  try {
    if (sha256 && uploadId) await sendDigest(uploadId, sha256);
    changeUpload(id, { phase: 'done' });
  } catch (error) {
    const differs = error instanceof Problem && error.code === 'DIGEST_DIFFERS';
    changeUpload(id, differs ? { phase: 'differs', message: error.detail } : { phase: 'done' });
  }
  sendings.get(id)?.stop();
  sendings.delete(id);
  void queryClient.invalidateQueries({ queryKey: keys.recording(entry.episodeId) });
  void queryClient.invalidateQueries({ queryKey: keys.episode(entry.episodeId) });
}
