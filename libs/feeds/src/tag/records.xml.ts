import { findTagSchema, type TagRecord } from '#libs/catalog';
import { type Attributes, emptyNode, parentNode, type XmlNode } from '../xml/node.js';
import { toAsciiUrl } from '../xml/url.js';

/** The tags that a producer wrote by hand or brought along, in their order; they keep to their schemas (`feed:P01` to `feed:P17`). */
export function toTagRecords(records: readonly TagRecord[]): XmlNode[] {
  return records.map(toNode);
}

/** Attributes in the order of the schema: the same record gives the same bytes however it was sent (`feed:H08`). */
function toNode({ name, attributes, text, children }: TagRecord): XmlNode {
  const schema = findTagSchema(name);
  const written: Attributes = name === 'guid' ? { isPermaLink: 'false' } : {}; // feed:I08, unless it says otherwise
  for (const { name: key, kind } of schema?.attributes ?? []) {
    const value = attributes[key];
    if (value) written[key] = kind === 'url' ? toAsciiUrl(value) : value;
  }
  if (text) return parentNode(name, [schema?.text?.kind === 'url' ? toAsciiUrl(text) : text], written);
  return children.length > 0 ? parentNode(name, children.map(toNode), written) : emptyNode(name, written);
}
