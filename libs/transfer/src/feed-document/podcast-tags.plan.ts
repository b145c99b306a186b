import {
  type FeedReference,
  findTagSchema,
  type Funding,
  type Licence,
  type Place,
  type TagPlace,
  type TagRecord,
  tagsMax,
} from '#libs/catalog';
import { all, type Element, first } from './element.js';
import type { ImportedPerson } from './imported-feed.js';
import { toLine, toUrl } from './values.js';

/** Whether a tag is kept as it is, for want of a field of its own. */
export function isRecordTag(name: string, place: TagPlace): boolean {
  const schema = findTagSchema(name);
  return schema !== undefined && schema.parents.includes(place) && !schema.written.includes(place);
}

export function toFunding(element: Element, base: string): Funding[] {
  return all(element, 'podcast:funding').flatMap(({ attributes, text }) => {
    const url = toUrl(attributes['url'] ?? '', base);
    return url ? [{ url, text: toLine(text, 128) }] : [];
  });
}

/** podcast:license, else the Creative Commons address of a rel=license link. */
export function toLicence(element: Element, base: string): Licence | null {
  const tag = first(element, 'podcast:license');
  if (!tag || !tag.text.trim()) return null;
  return { id: toLine(tag.text, 128), url: toUrl(tag.attributes['url'] ?? '', base) };
}

export function toPlaces(element: Element): Place[] {
  return all(element, 'podcast:location').flatMap(({ attributes, text }) => {
    const name = toLine(text, 128);
    const { geo = '', osm = '', country = '', rel = '' } = attributes;
    if (!name) return [];
    return [
      {
        name,
        rel: rel === 'creator' ? 'creator' : 'subject',
        geo: /^geo:-?\d/.test(geo) ? toLine(geo, 128) : '',
        osm: /^[NWR]\d+/.test(osm) ? toLine(osm, 128) : '',
        country: /^[A-Za-z]{2}$/.test(country) ? country.toUpperCase() : '',
      },
    ];
  });
}

/** podcast:person, each name once in a role. */
export function toPersons(element: Element, base: string): ImportedPerson[] {
  const persons = all(element, 'podcast:person').map(({ attributes, text }) => ({
    name: toLine(text, 120),
    role: toLine(attributes['role'] ?? '', 60).toLowerCase() || 'host',
    group: toLine(attributes['group'] ?? '', 60).toLowerCase() || 'cast',
    href: toUrl(attributes['href'] ?? '', base),
    img: toUrl(attributes['img'] ?? '', base),
  }));
  const keys = persons.map(({ name, role }) => `${role} ${name}`);
  return persons.filter(({ name }, i) => name !== '' && keys.indexOf(keys[i]!) === i);
}

/** podcast:txt purpose="ai-content"; null: not said. */
export function toAiContent(element: Element): boolean | null {
  const said = all(element, 'podcast:txt').find(({ attributes }) => attributes['purpose'] === 'ai-content')?.text;
  return said ? said.trim().toLowerCase() === 'true' : null;
}

export function toVerify(element: Element): { purpose: string; text: string }[] {
  return all(element, 'podcast:txt').flatMap(({ attributes, text }) => {
    const purpose = toLine(attributes['purpose'] ?? '', 128);
    return purpose && purpose !== 'ai-content' && text.trim() ? [{ purpose, text: toLine(text, 4_000) }] : [];
  });
}

/** podcast:remoteItem below a tag such as `podcast:podroll`. */
export function toReferences(parent: Element | undefined, base: string): FeedReference[] {
  return (parent ? all(parent, 'podcast:remoteItem') : []).flatMap(({ attributes }) => {
    const feedGuid = toUuid(attributes['feedGuid'] ?? '');
    if (!feedGuid) return [];
    const feedUrl = toUrl(attributes['feedUrl'] ?? '', base);
    return [{ feedGuid, feedUrl, title: toLine(attributes['title'] ?? '', 255) }];
  });
}

export function toUuid(text: string): string {
  const said = text.trim().toLowerCase();
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(said) ? said : '';
}

/** What has no field, as it was written. */
export function toRecords(element: Element, place: TagPlace): TagRecord[] {
  const isRecord = ({ name, attributes }: Element) =>
    isRecordTag(name, place) && !(name === 'podcast:txt' && isField(attributes['purpose'] ?? '', place));
  return element.children.filter(isRecord).slice(0, tagsMax).map(toRecord);
}

/** Which podcast:txt has a field. */
function isField(purpose: string, place: TagPlace): boolean {
  return purpose === 'ai-content' || (place === 'channel' && purpose !== '');
}

/** Whether a person works behind the microphones: no appearance, but worth keeping. */
export function isCrew(group: string): boolean {
  return group.trim() !== '' && group.trim().toLowerCase() !== 'cast';
}

function toRecord({ name, attributes, text, children }: Element): TagRecord {
  const kept = Object.entries(attributes).map(([key, value]) => [key, toLine(value, 2_000)] as const);
  return {
    name,
    attributes: Object.fromEntries(kept),
    // The text of an element with children is theirs.
    text: children.length ? '' : toLine(text, 4_000),
    children: children.slice(0, 100).map(toRecord),
  };
}
