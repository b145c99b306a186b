import { cleanLine } from '#libs/kernel';

/** One clean line of at most `max` characters (`feed:X12`, `feed:P06`); a cut is shown by an ellipsis. */
export function limitLine(text: string, max = 255): string {
  const line = cleanLine(text);
  if (line.length <= max) return line;
  const characters = [...line];
  if (characters.length <= max) return line;
  return `${characters
    .slice(0, max - 1)
    .join('')
    .trimEnd()}…`;
}

/** The number of bytes of the UTF-8 form, which is what the 4,000 of `feed:C02` and `feed:I13` count. */
export function countBytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
