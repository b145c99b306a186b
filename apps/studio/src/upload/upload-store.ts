import { useSyncExternalStore } from 'react';

/** What a producer sees of one file on its way. `ghost`: begun here before a reload, waiting for the same file. */
export type UploadPhase = 'sending' | 'paused' | 'offline' | 'ghost' | 'checking' | 'done' | 'failed' | 'differs';

export interface UploadEntry {
  /** The file's fingerprint. */
  id: string;
  showId: string;
  episodeId: string;
  fileName: string;
  totalBytes: number;
  sentBytes: number;
  phase: UploadPhase;
  /** Bytes per second over the last seconds; null until measured. */
  speed: number | null;
  uploadUrl?: string;
  message?: string;
}

let entries: readonly UploadEntry[] = [];
const listeners = new Set<() => void>();

export function allUploads(): readonly UploadEntry[] {
  return entries;
}

export function putUpload(entry: UploadEntry): void {
  entries = [...entries.filter((e) => e.id !== entry.id), entry];
  tellAll();
}

export function changeUpload(id: string, change: Partial<UploadEntry>): void {
  entries = entries.map((e) => (e.id === id ? { ...e, ...change } : e));
  tellAll();
}

export function dropUpload(id: string): void {
  entries = entries.filter((e) => e.id !== id);
  tellAll();
}

export function useUploads(): readonly UploadEntry[] {
  return useSyncExternalStore(subscribe, allUploads);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tellAll(): void {
  listeners.forEach((listener) => listener());
}
