import sanitizeHtml from 'sanitize-html';
import { decodeEntities } from '../feed-document/html-text.js';

/** Text, or an element with what is in it. `href` is empty but for links. */
export type Markup = string | { readonly tag: string; readonly href: string; readonly children: Markup[] };

const kept = [
  ...['p', 'div', 'br', 'ul', 'ol', 'li', 'a', 'b', 'strong', 'i', 'em', 'blockquote', 'hr', 'pre'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
];
const deepest = 30;

/** Foreign HTML as a small tree of harmless elements; scripts, styles and their like go with what is in them (`abuse:A06`). */
export function parseMarkup(html: string): Markup[] {
  const safe = sanitizeHtml(html, { allowedTags: kept, allowedAttributes: { a: ['href'] }, nestingLimit: deepest });
  const root: { children: Markup[] } = { children: [] };
  const open: { tag: string; children: Markup[] }[] = [{ tag: '', ...root }];
  for (const [token, close, name, attributes] of safe.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>|[^<]+/g)) {
    const parent = open.at(-1)!;
    if (!name) parent.children.push(decodeEntities(token));
    else if (!close) begin(open, name, attributes ?? '');
    else if (parent.tag === name && open.length > 1) open.pop();
  }
  return open[0]!.children;
}

function begin(open: { tag: string; children: Markup[] }[], tag: string, attributes: string): void {
  const href = decodeEntities(/href="([^"]*)"/.exec(attributes)?.[1] ?? '');
  const element = { tag, href, children: [] };
  open.at(-1)!.children.push(element);
  if (tag !== 'br' && tag !== 'hr' && !attributes.endsWith('/')) open.push(element);
}
