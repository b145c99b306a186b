/** The row in the feed's language: the exact tag, else the same base language, else any (`fr` serves `fr-CA`). */
export function pickLocal<T extends { lang: string }>(rows: readonly T[], language: string): T | undefined {
  const base = baseOf(language);
  return (
    rows.find((row) => row.lang.toLowerCase() === language.toLowerCase()) ??
    rows.find((row) => baseOf(row.lang) === base) ??
    rows[0]
  );
}

function baseOf(tag: string): string {
  return tag.toLowerCase().split('-')[0]!;
}
