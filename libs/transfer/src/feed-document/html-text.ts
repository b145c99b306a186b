import { cleanText } from '#libs/kernel';
import sanitizeHtml from 'sanitize-html';
import { htmlEntities } from './entities.js';

const basic: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** HTML, or text that may be HTML, as plain lines. In time that grows with the text alone, however hostile it is (`abuse:A20`). */
export function toPlain(html: string): string {
  if (!/<\/?[a-z!][^<>]*>|&#?\w/i.test(html)) return cleanText(html);
  const broken = html.replace(/<(br|\/p|\/div|\/li|\/h[1-6])\b[^<>]*>/gi, (tag) => `${tag}\n`);
  const text = sanitizeHtml(broken, { allowedTags: [], allowedAttributes: {} });
  const lines = cleanText(decodeEntities(text)).split('\n');
  return lines
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
}

/** References to characters as characters, once. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{1,31}));/gi, (all, hex, dec, name) => {
    if (name) return basic[name] ?? htmlEntities[name] ?? all;
    const code = hex ? Number.parseInt(hex, 16) : Number(dec);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
