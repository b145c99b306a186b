import { toLines } from '../feed-document/values.js';
import { feedLimits } from '../feed-document/limits.js';
import { toPlain } from '../feed-document/html-text.js';
import { parseMarkup, type Markup } from './markup.js';

/**
 * A feed's HTML as the Markdown that notes are kept in: paragraphs, links, lists, emphasis and headings stay, everything
 * else is its text (`abuse:A06`). Text without mark-up keeps its lines. Relative links are resolved from `base`.
 */
export function toNotes(html: string, base: string): string {
  if (!/<\/?[a-z][^<>]*>/i.test(html)) return toLines(escape(withoutGaps(toPlain(html))), feedLimits.notes);
  return toLines(withoutGaps(blocks(parseMarkup(html), base)), feedLimits.notes);
}

/** One empty line at most, and no line that ends in blanks. */
function withoutGaps(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  return lines.join('\n').replace(/\n{3,}/g, '\n\n');
}

const breaks = new Set(['p', 'div', 'ul', 'ol', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'li', 'pre']);

/** Blocks part from each other by an empty line; text between them is a paragraph. */
function blocks(nodes: readonly Markup[], base: string): string {
  const parts: string[] = [];
  let line = '';
  const flush = () => {
    if (line.trim()) parts.push(line.trim());
    line = '';
  };
  for (const node of nodes) {
    if (typeof node !== 'string' && breaks.has(node.tag)) {
      flush();
      const block = toBlock(node, base);
      if (block.trim()) parts.push(block);
    } else line += inline(node, base);
  }
  flush();
  return parts.join('\n\n');
}

function toBlock(node: Exclude<Markup, string>, base: string): string {
  const { tag, children } = node;
  if (tag === 'hr') return '---';
  if (/^h[1-6]$/.test(tag)) return `### ${inlines(children, base).replace(/\s+/g, ' ').trim()}`;
  if (tag === 'ul' || tag === 'ol') return toList(node, base);
  const inside = blocks(children, base);
  return tag === 'blockquote' ? prefix(inside, '> ') : inside;
}

function toList({ tag, children }: Exclude<Markup, string>, base: string): string {
  const items = children.filter((child) => typeof child !== 'string');
  const lines = items.map((item, i) => {
    const mark = tag === 'ol' ? `${i + 1}. ` : '- ';
    const text = blocks(item.tag === 'li' ? item.children : [item], base).replace(/\n{2,}/g, '\n');
    return mark + text.split('\n').join(`\n${' '.repeat(mark.length)}`);
  });
  return lines.filter((line) => line.trim().length > 1).join('\n');
}

function inlines(nodes: readonly Markup[], base: string): string {
  return nodes.map((node) => inline(node, base)).join('');
}

function inline(node: Markup, base: string): string {
  if (typeof node === 'string') return escape(node.replace(/\s+/g, ' '));
  const { tag, children, href } = node;
  if (tag === 'br') return '\n';
  if (breaks.has(tag)) return `\n${toBlock(node, base)}\n`;
  const text = inlines(children, base);
  if (tag === 'a') return toLink(text, href, base);
  if (tag === 'strong' || tag === 'b') return wrap(text, '**');
  if (tag === 'em' || tag === 'i') return wrap(text, '*');
  return text;
}

function toLink(text: string, href: string, base: string): string {
  const url = URL.canParse(href, base) ? new URL(href, base) : undefined;
  if (!url || !['http:', 'https:', 'mailto:'].includes(url.protocol) || !text.trim()) return text;
  const address = url.href
    .replace(/[()<>\s]/g, encodeURIComponent)
    .replace(/\(/g, '%28')
    .replace(/\)/g, '%29');
  if (text.trim() === href.trim() || text.trim() === url.href) return ` ${url.href} `.trim();
  return `[${text.replace(/\n/g, ' ').trim()}](${address})`;
}

/** White space stays outside of the marks, or they would be none. */
function wrap(text: string, mark: string): string {
  const inside = text.trim();
  const begin = text.length - text.trimStart().length;
  const [before, after] = [text.slice(0, begin), text.slice(begin + inside.length)];
  return inside && !inside.includes('\n\n') ? `${before}${mark}${inside}${mark}${after}` : text;
}

function prefix(text: string, mark: string): string {
  return text
    .split('\n')
    .map((line) => mark + line)
    .join('\n');
}

/** Characters that Markdown would read as marks; an address stays as it is, so that it becomes a link. */
function escape(text: string): string {
  return text
    .split(/((?<!\S)\S*:\/\/\S*)/)
    .map((part, i) => (i % 2 ? part : escapeMarks(part)))
    .join('');
}

function escapeMarks(text: string): string {
  return text
    .replace(/[\\`*[\]<]/g, '\\$&')
    .replace(/(^|[\s(])(_+)(?=\S)/g, (_, before: string, marks: string) => before + marks.replace(/_/g, '\\_'))
    .replace(/^([ \t]*)(#{1,6}\s|>|[-+]\s|=+\s*$|-{3,})/gm, '$1\\$2')
    .replace(/^([ \t]*\d{1,9})([.)])(\s)/gm, '$1\\$2$3');
}
