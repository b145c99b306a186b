const covers = new Map<string, Blob>();
const listeners = new Set<() => void>();

/** Covers found in files, by episode, until they are accepted or dismissed. */
export const proposedCover = (episodeId: string) => covers.get(episodeId) ?? null;

export function proposeCover(episodeId: string, cover: Blob | null): void {
  if (cover) covers.set(episodeId, cover);
  else covers.delete(episodeId);
  listeners.forEach((listener) => listener());
}

export function onProposedCover(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
