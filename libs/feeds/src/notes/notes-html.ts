import markdownIt from 'markdown-it';
import sanitize, { type IOptions } from 'sanitize-html';
import { toAsciiUrl } from '../xml/url.js';

const plainTags = ['p', 'ol', 'ul', 'li', 'a', 'b', 'i', 'strong', 'em', 'br'];
const richTags = [...plainTags, 'h2', 'h3', 'h4', 'blockquote', 'code', 'pre', 'hr'];
const schemes = ['http:', 'https:', 'mailto:'];

const markdown = markdownIt({ html: true, linkify: true });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
markdown.disable(['table', 'strikethrough']);

/** What `content:encoded` may say; headings start below the episode's title. */
const rich: IOptions = {
  allowedTags: richTags,
  allowedAttributes: { a: ['href'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: { a: toAbsoluteLink, h1: 'h2', h5: 'h4', h6: 'h4' },
};
/** What `description` may say (`feed:I14`): a heading becomes a paragraph. */
const plain: IOptions = {
  ...rich,
  allowedTags: plainTags,
  transformTags: { a: toAbsoluteLink, h2: 'p', h3: 'p', h4: 'p', pre: 'p' },
};

/** Show notes as HTML that is safe in any web player: no script, style, frame, handler, or link but absolute ones (`feed:I15`, `feed:I16`). */
export function toRichNotes(notes: string): string {
  return tidy(sanitize(markdown.render(notes), rich));
}

/** The same with only the tags that survive in Apple's and Spotify's apps (`feed:I14`). */
export function toPlainNotes(richHtml: string): string {
  return /<(h[2-4]|blockquote|code|pre|hr)\b/.test(richHtml) ? tidy(sanitize(richHtml, plain)) : richHtml;
}

/** Text as one escaped paragraph of HTML, or nothing. */
export function toParagraph(text: string): string {
  return text ? `<p>${escapeHtml(text)}</p>` : '';
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function toAbsoluteLink(_tag: string, attributes: sanitize.Attributes): sanitize.Tag {
  const href = (attributes.href ?? '').trim();
  if (!URL.canParse(href) || !schemes.includes(new URL(href).protocol)) return { tagName: 'span', attribs: {} };
  return { tagName: 'a', attribs: { href: toAsciiUrl(href) } };
}

/** Line breaks between blocks say nothing and cost bytes of the 4,000. */
function tidy(html: string): string {
  return html
    .replace(/>\n+</g, '><')
    .replace(/<(\w+)>\s*<\/\1>/g, '')
    .trim();
}
