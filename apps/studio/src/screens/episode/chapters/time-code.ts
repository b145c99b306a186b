/** Milliseconds of `mm:ss`, `h:mm:ss` or `90`, with an optional fraction; undefined for anything else. */
export function parseTimeCode(text: string): number | undefined {
  const found = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,5})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!found) return undefined;
  const [, h, m, s = '0', fraction = '0'] = found;
  if (m !== undefined && Number(s) > 59) return undefined;
  if (h !== undefined && Number(m) > 59) return undefined;
  return (Number(h ?? 0) * 3600 + Number(m ?? 0) * 60 + Number(s)) * 1000 + Number(fraction.padEnd(3, '0'));
}

/** `0:04`, `12:04`, `1:02:03`, with a fraction only where there is one. */
export function formatTimeCode(ms: number): string {
  const total = Math.floor(ms / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60];
  const rest =
    ms % 1000
      ? `.${String(ms % 1000)
          .padStart(3, '0')
          .replace(/0+$/, '')}`
      : '';
  return `${h > 0 ? `${h}:${two(m)}` : m}:${two(s)}${rest}`;
}
