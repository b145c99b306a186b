import { useSyncExternalStore } from 'react';

export type SaveState = 'saved' | 'saving' | 'offline' | 'problem' | 'conflict';

export interface SaveSummary {
  state: SaveState;
  savedAt: Date | null;
}

let states: Record<string, SaveState> = {};
let summary: SaveSummary = { state: 'saved', savedAt: null };
const listeners = new Set<() => void>();
const flushes = new Set<() => Promise<void>>();
const worstFirst: SaveState[] = ['conflict', 'problem', 'offline', 'saving', 'saved'];

/** Each group of fields reports here; the header says the worst of them in one place. */
export function reportSave(group: string, state: SaveState): void {
  states = { ...states, [group]: state };
  const all = Object.values(states);
  const worst = worstFirst.find((s) => all.includes(s)) ?? 'saved';
  summary = { state: worst, savedAt: state === 'saved' ? new Date() : summary.savedAt };
  listeners.forEach((listener) => listener());
}

export function forgetSaves(): void {
  states = {};
  summary = { state: 'saved', savedAt: null };
}

export function useSaveSummary(): SaveSummary {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => summary,
  );
}

/** A group that has unsaved input registers how to save it at once. */
export function registerFlush(flush: () => Promise<void>): () => void {
  flushes.add(flush);
  return () => flushes.delete(flush);
}

/** Saves everything that was typed, before an act that reads it (publish, update). False when something is not saved. */
export async function flushAll(): Promise<boolean> {
  await Promise.all([...flushes].map((flush) => flush()));
  return Object.values(states).every((s) => s === 'saved');
}
