/** Milliseconds of `mm:ss`, `h:mm:ss` (with an optional fraction), `90`, `10m` or `1h2m3s`; undefined if it is none. */
export function parseTimeCode(text: string): number | undefined {
  const t = text.trim();
  const colons = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)(?:[.,](\d{1,3}))?$/.exec(t);
  if (colons) {
    const [, h = '0', m = '0', s = '0', f = '0'] = colons;
    if (colons[1] !== undefined && Number(m) > 59) return undefined;
    return (Number(h) * 3600 + Number(m) * 60 + Number(s)) * 1000 + Number(f.padEnd(3, '0'));
  }
  if (/^\d+(\.\d{1,3})?$/.test(t)) return Math.round(Number(t) * 1000);
  const units = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(t);
  if (!t || !units) return undefined;
  const [, h = '0', m = '0', s = '0'] = units;
  return (Number(h) * 3600 + Number(m) * 60 + Number(s)) * 1000;
}

/** `0:04`, `12:04` or `1:02:03`: how a person reads a position. */
export function formatTimeCode(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const [h, m, s] = [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
