import type { DataSource } from 'typeorm';
import { Show } from '#libs/catalog';
import { NotFound, pickText } from '#libs/kernel';

/** A show as its member routes need it. @throws NotFound when it does not exist or lies in the bin. */
export async function findShow(dataSource: DataSource, showId: string): Promise<{ id: string; title: string }> {
  const show = await dataSource.getRepository(Show).findOne({ where: { id: showId }, relations: { texts: true } });
  if (!show || show.deletedAt) throw new NotFound();
  return { id: show.id, title: pickText(show.texts, show.language, show.language)?.title ?? show.slug };
}
