import { cleanSetLine, cleanText } from '#libs/kernel';
import type { Letter, LetterFooter, LetterLine, LetterLink } from './letter.js';
import { safeHref } from './safe-href.js';

/** The plain text of a letter: paragraphs apart, addresses on lines of their own so that every program links them. */
export function toLetterText(letter: Letter): string {
  const blocks = [
    letter.heading && cleanSetLine(letter.heading),
    ...letter.paragraphs.map(cleanText),
    letter.action && linkText(letter.action),
    letter.lines?.map(lineText).join('\n'),
    ...(letter.after ?? []).map(cleanText),
    footerText(letter.footer),
  ];
  return blocks.filter(Boolean).join('\n\n') + '\n';
}

function linkText({ label, href }: LetterLink): string {
  const safe = safeHref(href);
  return cleanSetLine(label) + (safe ? `\n${safe}` : '');
}

function lineText({ label, text, href }: LetterLine): string {
  const safe = safeHref(href);
  const name = label ? `${cleanSetLine(label)} — ` : '';
  return `- ${name}${cleanSetLine(text)}${safe ? `\n  ${safe}` : ''}`;
}

/** Below the line that mail programs know as the beginning of a signature (RFC 3676, section 4.3). */
function footerText({ sender, contact, reason, stop }: LetterFooter): string {
  const lines = [reason, sender, contact].filter((part) => part !== undefined).map(cleanText);
  return ['-- ', ...lines, ...(stop ? [linkText(stop)] : [])].join('\n');
}
