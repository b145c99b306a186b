/** What a Range header asks of a file: the whole (no range, or one that we may ignore), a part, or nothing there. */
export type ByteRange = { kind: 'whole' } | { kind: 'part'; start: number; end: number } | { kind: 'unsatisfiable' };

/**
 * Reads a Range header against a file's size (RFC 9110 section 14). Both ends of a part are included. Several
 * ranges, other units and nonsense give the whole file, as the standard allows; a range behind the end, or an
 * empty suffix, is unsatisfiable (`feed:N04` to `feed:N06`).
 */
export function parseRange(header: string | undefined, size: number): ByteRange {
  const match = /^bytes=(\d{0,18})-(\d{0,18})$/i.exec((header ?? '').trim().replace(/\s*-\s*/, '-'));
  if (!match) return { kind: 'whole' };
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return { kind: 'whole' };
  if (from === '') {
    const length = Number(to);
    if (length === 0 || size === 0) return { kind: 'unsatisfiable' };
    return { kind: 'part', start: Math.max(0, size - length), end: size - 1 };
  }
  const start = Number(from);
  if (to !== '' && Number(to) < start) return { kind: 'whole' };
  if (start >= size) return { kind: 'unsatisfiable' };
  return { kind: 'part', start, end: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
}
