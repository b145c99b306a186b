import { SaxesParser, type SaxesTagNS } from 'saxes';

/** An element of a strictly parsed document. `key` is its name under the usual prefix of its namespace: `itunes:image`, `title`. */
export interface Element {
  key: string;
  /** Attributes by name as written, without declarations of namespaces. */
  attributes: Record<string, string>;
  children: Element[];
  /** The element's own text, entities and CDATA decoded. */
  text: string;
  hasCdata: boolean;
}

/** A feed as a checker sees it: bytes, text and, when it is XML at all, the tree. */
export interface FeedDocument {
  bytes: Buffer;
  text: string;
  isUtf8: boolean;
  /** The first error of well-formedness; then `root` is undefined. */
  error: string | undefined;
  declaredEncoding: string | undefined;
  hasDoctype: boolean;
  /** Prefix → URI, as the root declares them. */
  namespaces: Record<string, string>;
  root: Element | undefined;
}

export const namespaceUris: Record<string, string> = {
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  podcast: 'https://podcastindex.org/namespace/1.0',
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  psc: 'http://podlove.org/simple-chapters',
  dc: 'http://purl.org/dc/elements/1.1/',
};
const podcastAlias = 'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md';
const prefixOf = new Map([
  ...Object.entries(namespaceUris).map(([prefix, uri]) => [uri, prefix] as const),
  [podcastAlias, 'podcast'] as const,
]);

/** Parses strictly, as XML 1.0 with namespaces: the first error ends it. */
export function parseFeed(bytes: Buffer): FeedDocument {
  const { text, isUtf8 } = decode(bytes);
  const feed: FeedDocument = {
    bytes,
    text,
    isUtf8,
    error: undefined,
    declaredEncoding: undefined,
    hasDoctype: false,
    namespaces: {},
    root: undefined,
  };
  const parser = new SaxesParser({ xmlns: true, fragment: false });
  const stack: Element[] = [];
  parser.on('error', (error) => {
    feed.error ??= error.message;
  });
  parser.on('xmldecl', (declaration) => {
    feed.declaredEncoding = declaration.encoding;
  });
  parser.on('doctype', () => {
    feed.hasDoctype = true;
  });
  parser.on('opentag', (tag) => {
    const element = toElement(tag);
    if (stack.length === 0) {
      feed.root ??= element;
      feed.namespaces = { ...tag.ns };
    }
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => stack.pop());
  parser.on('text', (chunk) => {
    if (stack.length > 0) stack.at(-1)!.text += chunk;
  });
  parser.on('cdata', (chunk) => {
    if (stack.length === 0) return;
    stack.at(-1)!.text += chunk;
    stack.at(-1)!.hasCdata = true;
  });
  try {
    parser.write(text.replace(/^\ufeff/, '')).close();
  } catch (error) {
    feed.error ??= String(error);
  }
  if (feed.error) feed.root = undefined;
  return feed;
}

export function childrenOf(element: Element | undefined, key: string): Element[] {
  return element?.children.filter((child) => child.key === key) ?? [];
}

export function childOf(element: Element | undefined, key: string): Element | undefined {
  return childrenOf(element, key)[0];
}

export function channelOf(feed: FeedDocument): Element | undefined {
  return childOf(feed.root, 'channel');
}

export function itemsOf(feed: FeedDocument): Element[] {
  return childrenOf(channelOf(feed), 'item');
}

/** Every element with its parent, in document order. */
export function* walk(
  element: Element | undefined,
  parent?: Element,
): Generator<{ element: Element; parent?: Element }> {
  if (!element) return;
  yield { element, parent };
  for (const child of element.children) yield* walk(child, element);
}

function toElement(tag: SaxesTagNS): Element {
  const prefix = tag.uri === '' ? '' : (prefixOf.get(tag.uri) ?? `{${tag.uri}}`);
  const attributes = Object.values(tag.attributes).filter((a) => a.prefix !== 'xmlns' && a.name !== 'xmlns');
  return {
    key: prefix ? `${prefix}:${tag.local}` : tag.local,
    attributes: Object.fromEntries(attributes.map((a) => [a.name, a.value])),
    children: [],
    text: '',
    hasCdata: false,
  };
}

function decode(bytes: Buffer): { text: string; isUtf8: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), isUtf8: true };
  } catch {
    return { text: bytes.toString('utf8'), isUtf8: false };
  }
}
