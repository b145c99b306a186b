interface Kept<V> {
  version: number;
  base: V;
  value: V;
}

const nameOf = (episodeId: string, group: string) => `estrade.kept.${episodeId}.${group}`;

/** Input that the server has not confirmed yet, kept on this device until it has. */
export function readKept<V>(episodeId: string, group: string): Kept<V> | null {
  try {
    return JSON.parse(localStorage.getItem(nameOf(episodeId, group)) ?? 'null') as Kept<V> | null;
  } catch {
    return null;
  }
}

export function writeKept<V>(episodeId: string, group: string, kept: Kept<V>): void {
  try {
    localStorage.setItem(nameOf(episodeId, group), JSON.stringify(kept));
  } catch {
    // A full or forbidden store must not stop anyone from typing.
  }
}

export function dropKept(episodeId: string, group: string): void {
  localStorage.removeItem(nameOf(episodeId, group));
}
