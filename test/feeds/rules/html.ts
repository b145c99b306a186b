export interface HtmlTag {
  name: string;
  isClosing: boolean;
  attributes: Record<string, string>;
}

const voidTags = new Set(['br', 'hr', 'img', 'input', 'wbr', 'source', 'meta', 'link']);

/** The tags of a piece of HTML in order; a small reader of our own, so that the check does not trust the product's sanitiser. */
export function readTags(html: string): HtmlTag[] {
  return [...html.matchAll(/<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g)].map((match) => ({
    name: match[2]!.toLowerCase(),
    isClosing: match[1] === '/',
    attributes: readAttributes(match[3]!),
  }));
}

/** Why the HTML is not balanced; nothing if it is. */
export function findImbalance(html: string): string | undefined {
  const open: string[] = [];
  for (const tag of readTags(html)) {
    if (voidTags.has(tag.name)) continue;
    if (!tag.isClosing) open.push(tag.name);
    else if (open.pop() !== tag.name) return `</${tag.name}> closes nothing`;
  }
  if (/<[a-zA-Z/][^<>]*$/.test(html)) return 'ends inside a tag';
  return open.length > 0 ? `<${open.at(-1)}> is not closed` : undefined;
}

function readAttributes(source: string): Record<string, string> {
  const pairs = [...source.matchAll(/([\w:-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g)];
  return Object.fromEntries(
    pairs.map(([, name, value = '']) => [name!.toLowerCase(), decodeEntities(value.replace(/^["']|["']$/g, ''))]),
  );
}

/** Enough of HTML's entities to see what a link really says. */
function decodeEntities(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);?/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/&#(\d+);?/g, (_, decimal: string) => String.fromCodePoint(Number(decimal)))
    .replace(
      /&(amp|lt|gt|quot|colon|Tab|NewLine);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', colon: ':', Tab: '\t', NewLine: '\n' })[name]!,
    );
}
