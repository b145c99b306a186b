import { cleanSetLine } from '#libs/kernel';
import type { Letter, WrittenLetter } from './letter.js';
import { toLetterHtml } from './letter-html.js';
import { toLetterText } from './letter-text.js';

/**
 * Writes a mail as plain text and as HTML from the same parts: what one says, the other says. No remote image, no
 * script, no tracking; readable in light and dark. Every part is text, so no name becomes markup (`abuse:A09`).
 */
export function writeLetter(letter: Letter): WrittenLetter {
  return { subject: cleanSetLine(letter.subject), text: toLetterText(letter), html: toLetterHtml(letter) };
}
