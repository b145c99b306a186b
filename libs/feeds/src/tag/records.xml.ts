import { findTagProblems, findTagSchema, type TagPlace, type TagRecord } from '#libs/catalog';
import { parentNode, type XmlNode } from '../xml/node.js';
import { toAsciiUrl } from '../xml/url.js';

/**
 * The tags that a producer wrote by hand (or brought along), in their order. One that its schema would refuse today is
 * left out with everything in it, so that no old row can break a feed (`feed:P01` to `feed:P17`).
 */
export function toTagRecords(records: readonly TagRecord[], place: TagPlace): XmlNode[] {
  const wrong = new Set(findTagProblems(records, place).map(({ path }) => Number(path.split('.')[1])));
  return records.filter((_, i) => !wrong.has(i)).map(toNode);
}

/** Attributes in the order of the schema: the same record gives the same bytes however it was sent (`feed:H08`). */
function toNode({ name, attributes, text, children }: TagRecord): XmlNode {
  const schema = findTagSchema(name);
  const written = (schema?.attributes ?? []).map(({ name: key, kind }) => {
    const value = attributes[key];
    return [key, value && kind === 'url' ? toAsciiUrl(value) : value] as const;
  });
  const inside = schema?.text ? [schema.text.kind === 'url' ? toAsciiUrl(text) : text] : children.map(toNode);
  return parentNode(name, inside, Object.fromEntries(written));
}
