import { formatTimeCode } from '#libs/kernel';
import { toParagraphs } from '../paragraphs.plan.js';
import type { SpokenSegment } from '../transcript.plan.js';

/** Plain text, a paragraph for each stretch: `[0:05] Name: …`. */
export function writeText(segments: readonly SpokenSegment[]): string {
  const paragraphs = toParagraphs(segments).map(({ startMs, name, text }) => {
    const at = startMs === null ? '' : `[${formatTimeCode(startMs)}] `;
    return `${at}${name ? `${name}: ` : ''}${text}\n`;
  });
  return paragraphs.join('\n');
}

/** HTML of the podcast namespace: `cite`, `time` and `p`, and nothing that runs (`feed:T03`). */
export function writeHtml(
  segments: readonly SpokenSegment[],
  { lang, title }: { lang: string; title: string },
): string {
  const paragraphs = toParagraphs(segments).map(({ startMs, name, text }) => {
    const who = name ? `<cite>${escape(name)}:</cite>\n` : '';
    const at = startMs === null ? '' : `<time>${formatTimeCode(startMs)}</time>\n`;
    return `${who}${at}<p>${escape(text)}</p>\n`;
  });
  return `<!DOCTYPE html>
<html lang="${escape(lang)}">
<head><meta charset="utf-8"><title>${escape(title)}</title></head>
<body>
${paragraphs.join('')}</body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
