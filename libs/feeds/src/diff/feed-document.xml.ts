import { SaxesParser, type SaxesTagNS } from 'saxes';

/** What elements of one name say, a line each in the order of the document: `Sam Okafor · role host · group cast`. */
export type Fields = Record<string, string>;

export interface ItemDocument {
  guid: string;
  title: string;
  fields: Fields;
}

/** A feed as a comparison sees it: by field, without the order and form of the XML. */
export interface FeedDocument {
  channel: Fields;
  items: ItemDocument[];
}

/** Takes a feed's text in pieces of any length; `end` gives the document. Both throw `FeedUnreadable` where it is no XML. */
export interface FeedReader {
  write(piece: string): void;
  end(): FeedDocument;
}

export class FeedUnreadable extends Error {}

interface Node {
  key: string;
  attributes: string[];
  text: string;
  lines: string[];
  fields: Fields;
}

const prefixes = new Map([
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['https://podcastindex.org/namespace/1.0', 'podcast'],
  ['http://www.w3.org/2005/Atom', 'atom'],
  ['http://purl.org/rss/1.0/modules/content/', 'content'],
  ['http://podlove.org/simple-chapters', 'psc'],
]);

/** Says nothing of the content: it changes whenever something else does. */
const ignored = new Set(['lastBuildDate']);

/** Reads RSS, namespaces by their address. Nothing outside the document is ever fetched or expanded. */
export function startReading(): FeedReader {
  const parser = new SaxesParser({ xmlns: true });
  const stack: Node[] = [];
  const document: FeedDocument = { channel: {}, items: [] };
  parser.on('error', (error) => {
    throw new FeedUnreadable(error.message);
  });
  parser.on('opentag', (tag) => stack.push(toNode(tag)));
  const addText = (text: string) => {
    const top = stack.at(-1);
    if (top) top.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const node = stack.pop()!;
    const parent = stack.at(-1);
    if (node.key === 'channel' && stack.length === 1) document.channel = node.fields;
    else if (node.key === 'item' && parent?.key === 'channel') document.items.push(toItem(node));
    else if (parent) addTo(parent, node);
  });
  return {
    write: (piece) => void parser.write(piece),
    end: () => {
      parser.close();
      return document;
    },
  };
}

/** The whole text at once; for a feed of megabytes use `startReading` and pause between pieces. */
export function readFeedDocument(xml: string): FeedDocument {
  const reader = startReading();
  reader.write(xml);
  return reader.end();
}

function toNode({ uri, local, attributes }: SaxesTagNS): Node {
  const prefix = uri === '' ? '' : (prefixes.get(uri) ?? `{${uri}}`);
  const said = Object.values(attributes)
    .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
    .map(({ name, value }) => `${name} ${value}`);
  return { key: prefix ? `${prefix}:${local}` : local, attributes: said, text: '', lines: [], fields: {} };
}

function addTo(parent: Node, node: Node): void {
  if (ignored.has(node.key)) return;
  const own = [node.text.trim(), ...node.attributes].filter(Boolean).join(' · ');
  const lines = [...(own ? [own] : []), ...node.lines.map((line) => `  ${line}`)];
  const key = node.key === 'atom:link' ? `atom:link ${relOf(node)}` : node.key;
  const before = parent.fields[key];
  parent.fields[key] = [...(before === undefined ? [] : [before]), ...lines].join('\n');
  parent.lines.push(...lines);
}

function relOf({ attributes }: Node): string {
  return attributes.find((attribute) => attribute.startsWith('rel '))?.slice(4) ?? '';
}

function toItem({ fields }: Node): ItemDocument {
  return { guid: (fields.guid ?? '').replace(/ · isPermaLink \w+$/, ''), title: fields.title ?? '', fields };
}
