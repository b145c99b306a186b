import type { UploadEntry } from './upload-store';

const name = 'estrade.uploads';
type Kept = Pick<UploadEntry, 'id' | 'showId' | 'episodeId' | 'fileName' | 'totalBytes' | 'sentBytes' | 'uploadUrl'>;

/** Uploads under way, remembered on this device, so that a reload or a crash can go on where it was. */
export function keptUploads(): Kept[] {
  try {
    return JSON.parse(localStorage.getItem(name) ?? '[]') as Kept[];
  } catch {
    return [];
  }
}

export function keepUpload(entry: UploadEntry): void {
  const { id, showId, episodeId, fileName, totalBytes, sentBytes, uploadUrl } = entry;
  write([...others(id), { id, showId, episodeId, fileName, totalBytes, sentBytes, uploadUrl }]);
}

export function forgetUpload(id: string): void {
  write(others(id));
}

const others = (id: string) => keptUploads().filter((k) => k.id !== id);

function write(kept: Kept[]): void {
  localStorage.setItem(name, JSON.stringify(kept.slice(-20)));
}
