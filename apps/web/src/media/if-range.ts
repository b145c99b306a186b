/**
 * Whether a range may be answered: without If-Range always, else only while the validator is the file's own
 * strong ETag or its exact date (RFC 9110 section 13.1.5, `feed:N08`).
 */
export function allowsRange(ifRange: string | undefined, etag: string, changedAt: Date): boolean {
  if (ifRange === undefined) return true;
  const value = ifRange.trim();
  if (value.startsWith('"') || value.startsWith('W/')) return value === etag;
  return Date.parse(value) === Math.floor(changedAt.getTime() / 1000) * 1000;
}
