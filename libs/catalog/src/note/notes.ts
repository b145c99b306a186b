import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

/** Raw HTML in notes is shown as text; what looks like an address becomes a link. */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });

const linkSchemes = ['http', 'https', 'mailto'];
const pageTags = ['p', 'a', 'ul', 'ol', 'li', 'em', 'strong', 'br', 'h3', 'blockquote', 'code'];
/** What Apple shows of a description (`feed:I14`), besides b, i, strong and em of PSP-1. */
const feedTags = ['p', 'a', 'ul', 'ol', 'li', 'em', 'strong', 'br'];

/** Markdown as HTML for a page, from an allow list (`abuse:A06`); every heading is an h3, since the page owns h1 and h2. */
export function renderNotes(text: string): string {
  return clean(markdown.render(text.toWellFormed()), pageTags, asHeading('h3'));
}

/** Markdown as HTML for a feed: Apple's tags only (`feed:I14`), headings as bold lines, nothing that runs (`feed:I15`). */
export function renderFeedNotes(text: string): string {
  return clean(markdown.render(text.toWellFormed()), feedTags, {
    ...asHeading('p'),
    b: 'strong',
    i: 'em',
  });
}

/** Notes without any mark-up, for previews and plain places. */
export function notesAsText(text: string): string {
  const html = sanitizeHtml(markdown.render(text.toWellFormed()), { allowedTags: [], allowedAttributes: {} });
  return decode(html).replace(/\s+/g, ' ').trim();
}

/**
 * Notes as they are stored: control characters gone, and links of a scheme that runs code taken apart, so that no
 * later reader of the Markdown can be caught by them (`abuse:A06`: cleaned on write and on render).
 */
export function cleanNotes(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(
      /(\]\(\s*(?:<\s*)?|<\s*|^[ \t]*\[[^\]]{1,999}\]:\s*(?:<\s*)?)(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:/gim,
      '$1',
    )
    .replace(/(\]\(\s*(?:<\s*)?|<\s*|^[ \t]*\[[^\]]{1,999}\]:\s*(?:<\s*)?)data\s*:/gim, '$1')
    .trim();
}

function asHeading(tag: 'h3' | 'p'): Record<string, string> {
  return { h1: tag, h2: tag, h3: tag, h4: tag, h5: tag, h6: tag };
}

function clean(html: string, allowedTags: string[], renames: Record<string, string>): string {
  const safe = sanitizeHtml(html, {
    allowedTags,
    allowedAttributes: { a: ['href', 'rel'] },
    allowedSchemes: linkSchemes,
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    transformTags: { ...renames, a: toSafeLink },
  });
  return safe.replace(/<a>([\s\S]*?)<\/a>/g, '$1').trim();
}

/**
 * An anchor with an absolute address of an allowed scheme (`feed:I16`); without one it is left bare, for `clean` to take
 * away. (Renamed to a tag that is discarded, it would make the sanitiser close the next link with that name.)
 */
function toSafeLink(
  _tag: string,
  attribs: Record<string, string>,
): { tagName: string; attribs: Record<string, string> } {
  const href = attribs['href'] ?? '';
  const isAbsolute = URL.canParse(href) && linkSchemes.includes(new URL(href).protocol.slice(0, -1));
  return isAbsolute ? { tagName: 'a', attribs: { href, rel: 'noopener' } } : { tagName: 'a', attribs: {} };
}

function decode(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => named[name]!);
}
