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
  let room = max;
  for (const [token] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    const [, slash, name] = /^<(\/?)([a-z0-9]+)/.exec(token) ?? [];
    const cost = slash ? 0 : countBytes(token) + (name && !voidTags.has(name) ? name.length + 3 : 0);
    if (cost > room) {
      if (!name) out += cutWords(token, room);
      break;
    }
    if (slash) open.pop();
    else if (name && !voidTags.has(name)) open.push(name);
    out += token;
    room -= cost; // an opening tag has paid for its end tag
  }
  return dropEmpty(out + open.reduceRight((end, name) => `${end}</${name}>`, ''));
}

function cutWords(text: string, max: number): string {
  const cut = cutBytes(text, Math.max(0, max - 3)).replace(/&[#\w]*$/, '');
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
