/** The row to show a producer: the studio's language, else any that has words. */
export function textOf<T extends { lang: string }>(
  rows: readonly T[],
  asked: string,
  field: keyof T,
  fallback = '',
): string {
  const ordered = [...rows.filter((r) => r.lang === asked), ...rows];
  return String(ordered.find((r) => r[field])?.[field] ?? fallback);
}
