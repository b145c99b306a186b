import { cleanLine, cleanText, type FieldProblem } from '#libs/kernel';
import type { TagRecord } from './feed-settings.js';
import { findValueProblem, normalise } from './value.plan.js';
import type { TagSchema } from './tag-schema.js';
import { findTagSchema } from './tag-table.js';

export type TagPlace = 'channel' | 'item';

/** How many records a show or an episode may have, each with what is inside it. */
export const tagsMax = 100;
const nodesMax = 500;

/** A live item may have a value with a split with a recipient; deeper there is nothing. */
const depthMax = 4;

/** Records with every text cleaned and what is empty left out. */
export function cleanTags(records: readonly TagRecord[], depth = 1): TagRecord[] {
  return records.map(({ name, attributes, text, children }) => {
    const schema = findTagSchema(name.trim());
    const kinds = new Map(schema?.attributes.map((attribute) => [attribute.name, attribute]));
    const clean = Object.entries(attributes).flatMap(([key, raw]) => {
      const value = cleanLine(raw);
      const kind = kinds.get(key);
      return value === '' ? [] : [[key, kind ? normalise(value, kind) : value] as const];
    });
    return {
      name: name.trim(),
      attributes: Object.fromEntries(clean),
      text: schema && (schema.text?.max ?? 0) > 1000 ? cleanText(text) : cleanLine(text),
      children: depth < depthMax ? cleanTags(children, depth + 1) : [],
    };
  });
}

/** What is wrong with cleaned records under a channel or an item, by paths such as `tags.0.attributes.url`. */
export function findTagProblems(records: readonly TagRecord[], place: TagPlace, path = 'tags'): FieldProblem[] {
  if (records.length > tagsMax || countNodes(records) > nodesMax) {
    return [{ path, message: 'error.field.tooMany', params: { n: tagsMax } }];
  }
  return findInside(records, place, path);
}

function findInside(records: readonly TagRecord[], parent: string, path: string): FieldProblem[] {
  const several = records.filter(({ name }) => name === 'podcast:socialInteract').length > 1;
  return records.flatMap((record, i) => {
    const at = `${path}.${i}`;
    const schema = findTagSchema(record.name);
    const problem = findPlaceProblem(record, schema, parent, records.slice(0, i));
    if (!schema || problem) return [{ path: `${at}.name`, ...problem! }];
    return [
      ...findAttributeProblems(record, schema, at),
      ...findTextProblems(record, schema, at),
      ...findChildrenProblems(record, schema, at),
      ...findSocialProblems(record, several, at),
    ];
  });
}

/** `feed:P01` to `feed:P03`. */
function findPlaceProblem(
  { name }: TagRecord,
  schema: TagSchema | undefined,
  parent: string,
  before: readonly TagRecord[],
): Omit<FieldProblem, 'path'> | undefined {
  const params = { tag: name.slice(0, 40) };
  if (!schema) return { message: 'error.field.feed.tag', params };
  if (schema.written.includes(parent)) return { message: 'error.field.feed.hasField', params };
  if (!schema.parents.includes(parent)) return { message: 'error.field.feed.place', params };
  const isRepeated = schema.once && before.some((record) => record.name === name);
  return isRepeated ? { message: 'error.field.feed.once', params } : undefined;
}

/** `feed:P04`, `feed:P06`, `feed:P07`, `feed:P09`. */
function findAttributeProblems({ attributes }: TagRecord, schema: TagSchema, at: string): FieldProblem[] {
  const known = new Set(schema.attributes.map(({ name }) => name));
  const strange = Object.keys(attributes).filter((name) => !known.has(name));
  return [
    ...strange.map((name) => ({
      path: `${at}.attributes.${name.slice(0, 40)}`,
      message: 'error.field.feed.attribute',
      params: { tag: schema.name },
    })),
    ...schema.attributes.flatMap((attribute) => {
      const problem = findValueProblem(attributes[attribute.name] ?? '', attribute);
      return problem ? [{ path: `${at}.attributes.${attribute.name}`, ...problem }] : [];
    }),
  ];
}

/** `feed:P05`. */
function findTextProblems({ text }: TagRecord, schema: TagSchema, at: string): FieldProblem[] {
  const path = `${at}.text`;
  if (!schema.text) {
    return text === '' ? [] : [{ path, message: 'error.field.feed.noText', params: { tag: schema.name } }];
  }
  const problem = findValueProblem(text, schema.text);
  return problem ? [{ path, ...problem }] : [];
}

/** `feed:P14` to `feed:P16`. */
function findChildrenProblems({ children }: TagRecord, schema: TagSchema, at: string): FieldProblem[] {
  const path = `${at}.children`;
  const count = (name: string) => children.filter((child) => child.name === name).length;
  const missing = schema.children.filter(({ name, min }) => count(name) < min).map(({ name }) => name);
  const none = schema.needs.length > 0 && schema.needs.every((name) => count(name) === 0) ? schema.needs : [];
  const crowded = schema.children.filter(({ name, max }) => count(name) > max);
  const both = schema.either.filter((name) => count(name) > 0);
  return [
    ...missing.map((tag) => ({ path, message: 'error.field.feed.needs', params: { tag } })),
    ...(none.length > 0 ? [{ path, message: 'error.field.feed.needs', params: { tag: none.join(' / ') } }] : []),
    ...crowded.map(({ name, max }) => ({ path, message: 'error.field.feed.crowded', params: { tag: name, n: max } })),
    ...(both.length > 1 ? [{ path, message: 'error.field.feed.either', params: { tags: both.join(' / ') } }] : []),
    ...findInside(children, schema.name, path),
  ];
}

/** `feed:P17`. */
function findSocialProblems({ name, attributes }: TagRecord, several: boolean, at: string): FieldProblem[] {
  if (name !== 'podcast:socialInteract') return [];
  const { protocol, uri, priority } = attributes;
  const isOff = protocol === 'disabled';
  return [
    ...(!isOff && !uri ? [{ path: `${at}.attributes.uri`, message: 'error.field.required' }] : []),
    ...(isOff && several ? [{ path: `${at}.attributes.protocol`, message: 'error.field.feed.disabledAlone' }] : []),
    ...(several && !isOff && !priority
      ? [{ path: `${at}.attributes.priority`, message: 'error.field.feed.priority' }]
      : []),
    ...(uri && /^http:/i.test(uri) ? [{ path: `${at}.attributes.uri`, message: 'error.field.feed.https' }] : []),
  ];
}

function countNodes(records: readonly TagRecord[]): number {
  return records.reduce((sum, { children }) => sum + 1 + countNodes(children), 0);
}
