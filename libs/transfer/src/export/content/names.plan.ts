import type { EpisodeView } from '#libs/catalog';
import { freeSlug, pickText, toLanguage, toSlug } from '#libs/kernel';

/**
 * A name for each episode's files that a person can read and sort: `2026-05-12-87-title`, by the day of its release and
 * the address it has in the show's language. The same episodes have the same names in every export.
 */
export function toNames(episodes: readonly EpisodeView[]): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const episode of [...episodes].sort(byRelease)) {
    const name = freeSlug(toName(episode), (candidate) => taken.has(candidate));
    taken.add(name);
    names.set(episode.id, name);
  }
  return names;
}

function toName(episode: EpisodeView): string {
  const home = toLanguage(episode.showLanguage);
  const text = pickText(episode.texts, home, home);
  const day = episode.publishedAt?.toISOString().slice(0, 10) ?? 'draft';
  // An address may be of another time, in other letters, when it was imported.
  const slug = text && text.slug !== episode.id ? text.slug : (text?.title ?? '');
  return `${day}-${toSlug(slug, 'episode')}`;
}

function byRelease(a: EpisodeView, b: EpisodeView): number {
  return Number(a.publishedAt) - Number(b.publishedAt) || (a.id < b.id ? -1 : 1);
}
