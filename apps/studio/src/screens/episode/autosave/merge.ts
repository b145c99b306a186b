export type Fields = Record<string, unknown>;

export const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Names of the fields in which two values differ. */
export function changedKeys(before: Fields, after: Fields): string[] {
  return Object.keys({ ...before, ...after }).filter((key) => !isSame(before[key], after[key]));
}

/**
 * Brings two edits of the same value together, field by field: a field that only one side changed is taken from it;
 * fields that both changed, differently, are named in `clashes` and for somebody to choose.
 */
export function merge<V extends object>(base: V, mine: V, theirs: V): { merged: V; clashes: (keyof V & string)[] } {
  const mineChanged = changedKeys(base as Fields, mine as Fields);
  const theirsChanged = new Set(changedKeys(base as Fields, theirs as Fields));
  const merged = { ...theirs } as Fields;
  const clashes: string[] = [];
  for (const key of mineChanged) {
    const same = isSame((mine as Fields)[key], (theirs as Fields)[key]);
    if (theirsChanged.has(key) && !same) clashes.push(key);
    else merged[key] = (mine as Fields)[key];
  }
  return { merged: merged as V, clashes: clashes as (keyof V & string)[] };
}
