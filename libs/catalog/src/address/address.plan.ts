import { freeSlug, toSlug } from '#libs/kernel';

/** `87-titre`: the number is optional, and renumbering only adds a redirect (`ux` 5.1). */
export function toEpisodeSlug(title: string, number: number | null): string {
  const slug = toSlug(title, 'episode');
  return number === null ? slug : `${number}-${slug}`;
}

/** A segment in one language under one parent. */
export interface AddressRow {
  episodeId: string;
  slug: string;
}

/**
 * The segment an episode should have now. It keeps the one it has, or takes back one it had, if the title still
 * gives it; else the first that nobody has or had under this parent.
 * @param rows every address of the parent in this language whose segment begins like `wanted`.
 */
export function chooseSlug(episodeId: string, wanted: string, rows: readonly AddressRow[]): string {
  const isOthers = isOwned(wanted) || rows.some((row) => row.slug === wanted && row.episodeId !== episodeId);
  const fits = (slug: string) => slug === wanted || (isOthers && new RegExp(`^${wanted}-\\d+$`).test(slug));
  const own = rows.filter((row) => row.episodeId === episodeId && fits(row.slug) && !isOwned(row.slug));
  const kept = own.find((row) => row.slug === wanted) ?? own[0];
  if (kept) return kept.slug;
  const taken = new Set(rows.map((row) => row.slug));
  return freeSlug(wanted, (slug) => isOwned(slug) || taken.has(slug));
}

/** Segments below a show that a page of its own has. */
function isOwned(slug: string): boolean {
  return slug === 'follow';
}
