import { cutBytes } from '#libs/kernel';
import { countBytes } from '../xml/limit.js';

const voidTags = new Set(['br', 'hr']);

/**
 * Cuts balanced HTML (as the sanitiser writes it) to at most `max` bytes of UTF-8: between tags or between words, never
 * inside a tag, a character or an entity, and closes what is open (`feed:I13`, `feed:I16`). A cut text ends in `…`.
 */
export function cutHtml(html: string, max: number): string {
  if (countBytes(html) <= max) return html;
  const open: string[] = [];
  let out = '';
  for (const token of html.match(/<[^>]*>|[^<]+/g) ?? []) {
    const room = max - countBytes(out) - countBytes(closing(open));
    const tag = /^<(\/?)([a-z0-9]+)/.exec(token);
    if (tag?.[1]) {
      out += token;
      open.pop();
    } else if (tag && voidTags.has(tag[2]!)) {
      if (countBytes(token) > room) break;
      out += token;
    } else if (tag) {
      if (countBytes(token) + tag[2]!.length + 3 > room) break;
      out += token;
      open.push(tag[2]!);
    } else if (countBytes(token) <= room) {
      out += token;
    } else {
      out += cutWords(token, room);
      break;
    }
  }
  return dropEmpty(out + closing(open));
}

function closing(open: readonly string[]): string {
  return open
    .map((name) => `</${name}>`)
    .reverse()
    .join('');
}

function cutWords(text: string, max: number): string {
  const cut = cutBytes(text, max - 3).replace(/&[#\w]*$/, '');
  const words = cut.replace(/\s+\S*$/, '');
  const kept = (words.trim() ? words : cut).trimEnd();
  return kept ? `${kept}…` : '';
}

/** A paragraph or list item whose text did not fit any more is not worth an empty line. */
function dropEmpty(html: string): string {
  let out = html;
  for (let before = ''; before !== out;) {
    before = out;
    out = out.replace(/<(\w+)(?: [^>]*)?>\s*<\/\1>(?=(?:<\/\w+>)*$)/, '').trimEnd();
  }
  return out;
}
