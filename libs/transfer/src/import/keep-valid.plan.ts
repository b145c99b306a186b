import type { FieldProblem } from '#libs/kernel';

/**
 * Settings without the parts that are refused: of a list only the refused entries go, anything else becomes the usual.
 * `dropped` names the field of each part that went, such as `funding`.
 */
export function keepValid<T extends object>(
  value: T,
  usual: T,
  find: (value: T) => readonly FieldProblem[],
): { value: T; dropped: string[] } {
  const dropped: string[] = [];
  let kept = value;
  for (let round = 0; round < 5; round += 1) {
    const paths = find(kept).map(({ path }) => path.split('.'));
    if (paths.length === 0) return { value: kept, dropped };
    const next = { ...kept } as Record<string, unknown>;
    for (const field of new Set(paths.map(([first]) => first!))) {
      const refused = new Set(paths.filter(([first]) => first === field).map(([, index]) => Number(index)));
      const list = next[field];
      const isOfEntries = Array.isArray(list) && [...refused].every(Number.isInteger);
      next[field] = isOfEntries ? list.filter((_, i) => !refused.has(i)) : usual[field as keyof T];
      dropped.push(...(isOfEntries ? [...refused].map(() => field) : [field]));
    }
    kept = next as T;
  }
  return { value: usual, dropped: [...dropped, 'feed'] };
}
