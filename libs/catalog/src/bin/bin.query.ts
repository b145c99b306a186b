import { type Actor, hasRole, hasScope, pickText, roles, toLanguage } from '#libs/kernel';
import { type DataSource, In, IsNull, Not } from 'typeorm';
import { loadCopies } from '../episode/copy-tree.js';
import { Episode } from '../episode/episode.entity.js';
import { Show } from '../show/show.entity.js';
import { binDays } from './bin.service.js';

/** A show or an episode that can still be had back, until `purgeAt`. */
export interface BinItem {
  kind: 'show' | 'episode';
  id: string;
  showId: string;
  title: string;
  deletedAt: Date;
  purgeAt: Date;
}

/** What lies in the bin of the shows that an actor works on, last deleted first. */
export class BinQuery {
  constructor(private readonly db: DataSource) {}

  async list(actor: Actor): Promise<BinItem[]> {
    if (!hasScope(actor, 'read')) return [];
    const where = { deletedAt: Not(IsNull()), purgedAt: IsNull() };
    const shows = await this.db.getRepository(Show).find({ where, relations: { texts: true } });
    const episodes = await this.db.getRepository(Episode).findBy(where);
    const seen = <T extends { showId: string }>(rows: T[]) => rows.filter((row) => hasRole(actor, row.showId, roles));
    const items = [
      ...seen(shows.map((show) => ({ ...toItem('show', show.id, show), title: titleOf(show.texts, show.language) }))),
      ...(await this.toEpisodeItems(seen(episodes))),
    ];
    return items.sort((a, b) => b.deletedAt.getTime() - a.deletedAt.getTime());
  }

  /** Episodes of a show that is in the bin itself come back with it and are not listed. */
  private async toEpisodeItems(episodes: Episode[]): Promise<BinItem[]> {
    const living = await this.db
      .getRepository(Show)
      .findBy({ id: In([...new Set(episodes.map((episode) => episode.showId))]), deletedAt: IsNull() });
    const showOf = new Map(living.map((show) => [show.id, show]));
    const copies = await loadCopies(
      this.db,
      episodes.map((episode) => episode.id),
      'working',
    );
    const copyOf = new Map(copies.map((copy) => [copy.episodeId, copy]));
    return episodes.flatMap((episode) => {
      const show = showOf.get(episode.showId);
      const title = titleOf(copyOf.get(episode.id)?.texts ?? [], show?.language ?? 'en');
      return show ? [{ ...toItem('episode', show.id, episode), title }] : [];
    });
  }
}

function toItem(kind: BinItem['kind'], showId: string, { id, deletedAt }: { id: string; deletedAt: Date | null }) {
  return { kind, id, showId, deletedAt: deletedAt!, purgeAt: new Date(deletedAt!.getTime() + binDays * 86_400_000) };
}

function titleOf(texts: readonly { lang: string; title: string }[], language: string): string {
  return pickText(texts, toLanguage(language), toLanguage(language))?.title ?? '';
}
