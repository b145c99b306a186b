import type { Region } from '#libs/messages';

/** What LinkedIn shows before “see more” (`ux` 2.6). */
export const foldLength = 210;

/** Words that begin a sentence in small letters when it goes on after a colon; names and initials keep theirs. */
const small = new Set(
  (
    'le la les l un une des du de d ce cet cette ces il elle on nous vous ils elles je j en dans pour par sur avec sans ' +
    'mon ma mes notre nos votre vos leur leurs son sa ses qui que quand comment pourquoi si mieux trop plus moins tout ' +
    'toute tous the a an this that these those it we you they he she i’m my our your their his her in on for with ' +
    'without by how why when what who if most more less all every no better'
  ).split(' '),
);

/** A sentence with its stop. */
export function withStop(text: string): string {
  const line = text.trim();
  return line === '' || /[.!?…»”"]$/.test(line) ? line : `${line}.`;
}

/** A sentence as one item of a list in a line: without its stop, and in small letters where its first word allows. */
export function toItem(text: string): string {
  const line = text.trim().replace(/[.;,\s]+$/, '');
  const first = /^[\p{L}]+/u.exec(line)?.[0] ?? '';
  return small.has(first.toLowerCase()) && first !== 'I' ? line.charAt(0).toLowerCase() + line.slice(1) : line;
}

/** At most `max` characters: whole sentences where at least one fits, else whole words and an ellipsis. */
export function cutSentences(text: string, max: number): string {
  const line = text.trim();
  if (line.length <= max) return line;
  const ends = [...line.matchAll(/[.!?…](?=\s)/g)].map(({ index }) => index + 1).filter((end) => end <= max);
  if (ends.length) return line.slice(0, ends.at(-1));
  const room = line.slice(0, Math.max(0, max - 1));
  const at = room.lastIndexOf(' ');
  return at < 1 ? '' : `${room.slice(0, at).replace(/[\s,;:–—-]+$/u, '')}…`;
}

/** “A, B et C”. */
export function toList(region: Region, names: readonly string[]): string {
  return new Intl.ListFormat(region, { type: 'conjunction' }).format(names);
}

/** `marketing numérique` → `#MarketingNumérique`; undefined for what cannot be one. */
export function toHashtag(name: string): string | undefined {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const tag = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /\p{L}/u.test(tag) && tag.length <= 40 ? `#${tag}` : undefined;
}

/** A title without the person before the colon: `Jean Tremblay (Acme) : les dates` → `les dates`, begun in capitals. */
export function toTopic(title: string, name: string): string {
  const at = title.search(/\s*:\s+/);
  if (at < 0 || !title.slice(0, at).toLowerCase().startsWith(name.toLowerCase())) return title;
  const rest = title.slice(at).replace(/^\s*:\s+/, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
