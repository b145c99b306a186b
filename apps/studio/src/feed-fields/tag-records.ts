import type { TagDescription, TagRecord } from './feed.types';

/** A tag with nothing in it but the children that it cannot be without. */
export function toBlankTag(name: string, byName: ReadonlyMap<string, TagDescription>): TagRecord {
  const needed = (byName.get(name)?.children ?? []).filter(({ min }) => min > 0);
  return { name, attributes: {}, text: '', children: needed.map((child) => toBlankTag(child.name, byName)) };
}

/** Which tags may still be added in a place, with what is there already. */
export function addable(
  place: 'channel' | 'item',
  present: readonly TagRecord[],
  tags: readonly TagDescription[],
): string[] {
  return tags
    .filter(({ parents, written }) => parents.includes(place) && !written.includes(place))
    .filter(({ name, once }) => !once || !present.some((record) => record.name === name))
    .map(({ name }) => name);
}

/** Which children may still be added to a tag. */
export function addableChildren({ children }: TagRecord, description: TagDescription): string[] {
  return description.children
    .filter(({ name, max }) => children.filter((child) => child.name === name).length < max)
    .map(({ name }) => name);
}
