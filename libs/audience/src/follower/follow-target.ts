import { Episode, EpisodeCopy, isOpenSql, Series, Show } from '#libs/catalog';
import { pickText } from '#libs/kernel';
import { t, toRegion } from '#libs/messages';
import type { EntityManager } from 'typeorm';
import type { Follower } from './follower.entity.js';

/** What a follower waits for, as it stands now. */
export interface TargetNow {
  showId: string;
  /** Of the show, the mini-series or the episode, in the follower's language. */
  title: string;
  /** It is out: nothing is left to wait for, and this is it. */
  releasedId: string | undefined;
}

type Wanted = Pick<Follower, 'target' | 'targetId' | 'part' | 'locale'>;

/** Undefined for what does not exist, is deleted, or is not announced: nobody learns of it here (`abuse:A31`). */
export async function readTarget(manager: EntityManager, wanted: Wanted, now: Date): Promise<TargetNow | undefined> {
  if (wanted.target === 'show') return readShow(manager, wanted);
  return wanted.target === 'series' ? readSeries(manager, wanted, now) : readEpisode(manager, wanted, now);
}

/** What is waited for, in words: "new episodes of …". */
export function whatOf({ target, part, locale }: Omit<Wanted, 'targetId'>, title: string): string {
  const key = target === 'series' && part === 0 ? 'followers.what.seriesAll' : (`followers.what.${target}` as const);
  return t(toRegion(locale), key, { title, part });
}

async function readShow(manager: EntityManager, { targetId, locale }: Wanted): Promise<TargetNow | undefined> {
  const show = await manager.findOne(Show, { where: { id: targetId }, relations: { texts: true } });
  if (!show || show.deletedAt || show.purgedAt) return undefined;
  const title = pickText(show.texts, locale.slice(0, 2), show.language)?.title ?? show.slug;
  return { showId: show.id, title, releasedId: undefined };
}

async function readSeries(manager: EntityManager, wanted: Wanted, now: Date): Promise<TargetNow | undefined> {
  const series = await manager.findOne(Series, { where: { id: wanted.targetId }, relations: { texts: true } });
  const show = series && !series.deletedAt && (await readShow(manager, { ...wanted, targetId: series.showId }));
  if (!show) return undefined;
  const title = pickText(series.texts, wanted.locale.slice(0, 2), 'fr')?.name ?? show.title;
  return { showId: series.showId, title, releasedId: await findPart(manager, wanted, now) };
}

/** The part that is waited for, or a later one, when listeners hear it already. */
async function findPart(manager: EntityManager, { targetId, part }: Wanted, now: Date): Promise<string | undefined> {
  if (part === 0) return undefined;
  const [row]: { id: string }[] = await manager.query(
    `select e.id from episodes e join episode_copies c on c.episode_id = e.id and c.kind = 'released'
     where e.state = 'published' and e.deleted_at is null and not c.is_unlisted and ${isOpenSql('c', '$3')}
       and c.series_id = $1 and c.part >= $2 order by c.part limit 1`,
    [targetId, part, now],
  );
  return row?.id;
}

async function readEpisode(manager: EntityManager, wanted: Wanted, now: Date): Promise<TargetNow | undefined> {
  const episode = await manager.findOneBy(Episode, { id: wanted.targetId });
  const isShown = episode?.state === 'published' || (episode?.state === 'scheduled' && episode.isAnnounced);
  if (!episode || !isShown || episode.deletedAt || episode.purgedAt) return undefined;
  const kind = episode.state === 'published' ? 'released' : 'working';
  const copy = await manager.findOne(EpisodeCopy, {
    where: { episodeId: episode.id, kind },
    relations: { texts: true },
  });
  const isHeard = kind === 'released' && isOpen(copy, now);
  if (!copy || copy.isUnlisted || (kind === 'released' && !isHeard)) return undefined;
  const title = pickText(copy.texts, wanted.locale.slice(0, 2), copy.language.slice(0, 2))?.title ?? '';
  return { showId: episode.showId, title, releasedId: isHeard ? episode.id : undefined };
}

function isOpen(copy: EpisodeCopy | null, now: Date): boolean {
  const { expiresAt, subscribersUntil } = copy ?? {};
  return copy !== null && (!expiresAt || expiresAt > now) && (!subscribersUntil || subscribersUntil <= now);
}
