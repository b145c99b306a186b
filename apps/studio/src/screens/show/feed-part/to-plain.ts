/** A value of a field for the choice between two people's. */
export function toPlain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(toPlain).join('\n');
  if (typeof value === 'object') return Object.values(value).map(toPlain).filter(Boolean).join(' · ');
  return String(value);
}
