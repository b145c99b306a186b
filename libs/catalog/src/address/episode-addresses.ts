import { newId } from '#libs/kernel';
import { type DataSource, type EntityManager, Like } from 'typeorm';
import type { EpisodeCopy } from '../episode/episode-copy.entity.js';
import type { Episode } from '../episode/episode.entity.js';
import { chooseSlug, toEpisodeSlug } from './address.plan.js';
import { EpisodeAddress } from './episode-address.entity.js';

/**
 * Gives an episode its address in each language of what is being released, inside the caller's transaction. Earlier
 * ones stay and redirect (`ux` 5.1: a rename keeps a permanent 301). A talk's parent is its event.
 */
export async function assignAddresses(manager: EntityManager, episode: Episode, released: EpisodeCopy): Promise<void> {
  const parentId = episode.eventId ?? episode.showId;
  // One release at a time under a parent: two may want the same segment.
  await manager.query('select pg_advisory_xact_lock(hashtext($1))', [`addresses.${parentId}`]);
  await manager.update(EpisodeAddress, { episodeId: episode.id }, { isCurrent: false });
  for (const { lang, title } of released.texts) {
    if (title === '') continue;
    const wanted = toEpisodeSlug(title, released.number);
    const rows = await manager.findBy(EpisodeAddress, { parentId, lang, slug: Like(`${wanted}%`) });
    const slug = chooseSlug(episode.id, wanted, rows);
    const own = rows.find((row) => row.slug === slug);
    if (own) await manager.update(EpisodeAddress, { id: own.id }, { isCurrent: true });
    else
      await manager.insert(EpisodeAddress, {
        id: newId(),
        episodeId: episode.id,
        parentId,
        lang,
        slug,
        isCurrent: true,
      });
  }
}

/**
 * The segments that `assignAddresses` will give to episodes that are released one after the other in this order, by
 * `id lang`; nothing is written.
 */
export async function planAddresses(
  db: DataSource | EntityManager,
  releases: readonly { episode: Episode; copy: EpisodeCopy }[],
): Promise<Map<string, string>> {
  const planned = new Map<string, string>();
  const taken: { parentId: string; lang: string; episodeId: string; slug: string }[] = [];
  for (const { episode, copy } of releases) {
    const parentId = episode.eventId ?? episode.showId;
    for (const { lang, title } of copy.texts) {
      if (title === '') continue;
      const wanted = toEpisodeSlug(title, copy.number);
      const stored = await db.getRepository(EpisodeAddress).findBy({ parentId, lang, slug: Like(`${wanted}%`) });
      const coming = taken.filter((row) => row.parentId === parentId && row.lang === lang);
      const slug = chooseSlug(episode.id, wanted, [...stored, ...coming]);
      planned.set(`${episode.id} ${lang}`, slug);
      taken.push({ parentId, lang, episodeId: episode.id, slug });
    }
  }
  return planned;
}
