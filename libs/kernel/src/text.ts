/** What `cleanText` has something to do for, besides the ends. */
const needsCleaning = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/;

/**
 * Text from outside made safe to store and to put into XML 1.0 (`feed:X01`, `abuse:A09`): lone
 * surrogates become U+FFFD, forbidden control characters go, the ends are trimmed (`feed:X06`).
 */
export function cleanText(text: string): string {
  if (!needsCleaning.test(text) && text.isWellFormed()) return text.trim(); // nearly always, and much cheaper
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .trim();
}

const turning = /[\u202a-\u202e\u2066-\u2069]/;

/**
 * A single line: as `cleanText`, every run of white space is one space, and nothing turns the direction of what stands
 * beside it (`abuse:A22`): an override would outlive the line.
 */
export function cleanLine(text: string): string {
  const line = straight(text);
  return /[^\S ]|  /.test(line) ? line.replace(/\s+/g, ' ') : line;
}

/**
 * A line that was already set for its reader: as `cleanLine`, but a no-break space (U+00A0 or U+202F) that stands
 * alone stays, so that no mark of French begins a line (`ux:K-12`). For what goes out, not for what is stored.
 */
export function cleanSetLine(text: string): string {
  return straight(text).replace(/\s+/g, (run) => (run === '\u00a0' || run === '\u202f' ? run : ' '));
}

function straight(text: string): string {
  return cleanText(turning.test(text) ? text.replaceAll(new RegExp(turning, 'g'), '') : text);
}

/** How somebody is greeted: the first word of a name of several. */
export function toFirstName(name: string): string {
  return name.trim().split(/\s+/)[0]!;
}

/** Cuts at a character boundary so that the UTF-8 form has at most `max` bytes (`feed:C02`, `feed:I13`). */
export function cutBytes(text: string, max: number): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= max) return text;
  let end = max;
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end -= 1;
  return new TextDecoder().decode(bytes.subarray(0, end));
}
