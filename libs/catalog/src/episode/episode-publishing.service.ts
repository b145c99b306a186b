import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor, Clock } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import type { Addresses } from '../address/addresses.js';
import { setAnnounced } from './announce-ahead.js';
import { Show } from '../show/show.entity.js';
import { loadShow } from '../show/shows.service.js';
import { EpisodeBeingTagged, EpisodeGoingOut, EpisodeNotReady } from './episode.error.js';
import { Episode } from './episode.entity.js';
import { announceEdit, announceEpisode, announcePlan } from './episode.facts.js';
import { requirePublishEpisode } from './episode.policy.js';
import { freezeGuids, readBlockers, release } from './episode-releases.js';
import { lockEpisode } from './episode-rows.js';
import { mayReleaseBySelf } from './release-with.js';
import * as state from './episode.state.js';
import { readReadyCopies } from './planned-releases.js';
import { type LocalTime, toInstant, toLocal } from './schedule.plan.js';

/** How often, and with which pause, a release looks whether the file has its tags: eight seconds in all. */
const looks = 40;
const pauseMs = 200;

/** From working copy to listeners and back. Guid and first date of release never change (`feed:I07`). */
export class EpisodePublishingService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly addresses: Addresses,
  ) {}

  /**
   * At once, or as a plan for so many seconds from now, until which it can be taken back without a trace; what is
   * missing is told now in either case. At once it waits for some seconds when the file has just been ordered other tags.
   * @throws EpisodeNotReady with everything that is missing; WrongEpisodeState when it is published already;
   * EpisodeBeingTagged when the file takes longer.
   */
  async publish(actor: Actor, showId: string, episodeId: string, { afterSeconds = 0 } = {}): Promise<void> {
    if (afterSeconds > 0) return this.publishSoon(actor, showId, episodeId, afterSeconds);
    await this.changeOnceTagged(actor, showId, episodeId, async (manager, episode) => {
      const standing = state.publish(episode, this.clock.now());
      await refuseUnready(manager, episode);
      await release(manager, this.addresses, episode, standing, 'published', this.clock.now());
    });
  }

  /** Releases the working copy of a published episode again. @throws EpisodeNotReady, WrongEpisodeState, EpisodeBeingTagged. */
  async update(actor: Actor, showId: string, episodeId: string): Promise<void> {
    await this.changeOnceTagged(actor, showId, episodeId, async (manager, episode) => {
      const standing = state.update(episode);
      await refuseUnready(manager, episode);
      await release(manager, this.addresses, episode, standing, 'updated', this.clock.now());
    });
  }

  /**
   * Plans the release for a local time, which may be before the sound is ready; what is missing then holds it back.
   * @throws LocalTimeMissing, LocalTimeTwice with both possibilities (`ux:P-28`); Invalid for a time that has passed.
   */
  async schedule(actor: Actor, showId: string, episodeId: string, time: LocalTime): Promise<void> {
    await this.change(actor, showId, episodeId, (manager, episode) =>
      this.plan(manager, episode, { at: toInstant(time), local: time.local, zone: time.zone }),
    );
  }

  /** @throws EpisodeGoingOut in the last second, when apps may have it already. */
  async unschedule(actor: Actor, showId: string, episodeId: string): Promise<void> {
    await this.change(actor, showId, episodeId, async (manager, episode) => {
      await refuseTooLate(manager, episode, this.clock.now());
      await this.save(manager, episode, state.unschedule(episode));
      await announceEdit(manager, { ...episode, state: 'draft' });
      await announcePlan(manager, episode);
    });
  }

  /**
   * Whether its page is there before the release, with people and date but nothing of what is said (`ux:K-15`). Its
   * address is given now, and goes on leading there whatever its title becomes.
   */
  async announce(actor: Actor, showId: string, episodeId: string, isAnnounced: boolean): Promise<void> {
    await this.change(actor, showId, episodeId, (manager, episode) => setAnnounced(manager, episode, isAnnounced));
  }

  /** A release so soon that it has a second, not a minute, and is shown in the show's zone. */
  private async publishSoon(actor: Actor, showId: string, episodeId: string, afterSeconds: number): Promise<void> {
    await this.change(actor, showId, episodeId, async (manager, episode) => {
      await refuseUnready(manager, episode);
      const at = new Date(Math.ceil(this.clock.now().getTime() / 1000 + afterSeconds) * 1000);
      const { timeZone: zone } = await manager.findOneByOrFail(Show, { id: showId });
      await this.plan(manager, episode, { at, local: toLocal(at, zone), zone });
    });
  }

  /** The date is in the file, and feeds are made ready, with the guids that they will have. */
  private async plan(
    manager: EntityManager,
    episode: Episode,
    { at, local, zone }: { at: Date; local: string; zone: string },
  ): Promise<void> {
    const now = this.clock.now();
    await refuseTooLate(manager, episode, now);
    await this.save(manager, episode, state.schedule(episode, at, local, zone, now));
    await freezeGuids(manager, this.addresses, episode);
    await announceEdit(manager, { ...episode, state: 'scheduled' });
  }

  /**
   * Takes it from pages and feeds; publishing again brings it back with its guid, address and date. Until then its
   * address answers 410, or 451 when the law wanted it (RFC 7725).
   */
  async unpublish(actor: Actor, showId: string, episodeId: string, { isByLaw = false } = {}): Promise<void> {
    await this.change(actor, showId, episodeId, async (manager, episode) => {
      await this.save(manager, episode, state.withdraw(episode));
      await manager.update(Episode, { id: episodeId }, { isWithdrawnByLaw: isByLaw });
      await announceEpisode(manager, 'unpublished', episode);
    });
  }

  /**
   * Publishes what is due, each episode once however many workers ask (`fault:F29`): the row is locked and others
   * skip it. Late or not, its date is the scheduled one. What is not ready stays scheduled, its blockers are shown,
   * and it goes out as soon as they are gone; a file without its newest tags gets them first. Gives the ids of what was published.
   */
  async publishDue(now: Date): Promise<string[]> {
    const due: { id: string }[] = await this.db.query(
      `select e.id from episodes e join shows s on s.id = e.show_id and s.deleted_at is null
       where e.state = 'scheduled' and e.scheduled_at <= $1 and e.deleted_at is null order by e.scheduled_at, e.id`,
      [now],
    );
    const published: string[] = [];
    for (const { id } of due) {
      const isOut = await this.publishOne(id, now).catch((error: unknown) => this.orderTags(id, error));
      if (isOut) published.push(id);
    }
    await this.releaseRendered();
    return published;
  }

  /**
   * Gives listeners the sounds of a rendering of the catalogue, where it was asked for and nothing else waits for
   * *Update*; what has been changed since then, or is not ready, is left to its producer.
   */
  private async releaseRendered(): Promise<void> {
    const waiting: { id: string }[] = await this.db.query(
      `select id from episodes where release_with->>'versions' is not null and deleted_at is null limit 100`,
    );
    for (const { id } of waiting) {
      await this.releaseOne(id).catch((error: unknown) => this.orderTags(id, error));
    }
  }

  private releaseOne(id: string): Promise<void> {
    return this.db.transaction(async (manager) => {
      const lock = { mode: 'pessimistic_write', onLocked: 'skip_locked' } as const;
      const episode = await manager.findOne(Episode, { where: { id }, lock });
      if (!episode?.releaseWith) return;
      const isReady = (await mayReleaseBySelf(manager, episode)) && (await readBlockers(manager, episode)).length === 0;
      if (isReady) await release(manager, this.addresses, episode, state.update(episode), 'updated', this.clock.now());
      await manager.update(Episode, { id }, { releaseWith: null });
    });
  }

  private publishOne(id: string, now: Date): Promise<boolean> {
    return this.db.transaction(async (manager) => {
      const episode = await manager.findOne(Episode, {
        where: { id },
        lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
      });
      const at = episode?.scheduledAt;
      if (!episode || episode.state !== 'scheduled' || episode.deletedAt || !at || at > now) return false;
      if ((await readBlockers(manager, episode)).length) return false;
      await release(manager, this.addresses, episode, state.publish(episode, at), 'published', now);
      return true;
    });
  }

  /** Releases; as long as the file lacks its tags they are waited for. */
  private async changeOnceTagged(...[actor, showId, episodeId, work]: Parameters<typeof this.change>): Promise<void> {
    for (let look = 1; ; look += 1) {
      try {
        return await this.change(actor, showId, episodeId, work);
      } catch (error) {
        if (look === looks) throw error;
        if (look === 1) await this.orderTags(episodeId, error);
        else if (!(error instanceof EpisodeBeingTagged)) throw error;
        await sleep(pauseMs);
      }
    }
  }

  /** Asks for the tags that kept an episode from its release, whatever was ordered before. @throws any other error. */
  private async orderTags(id: string, error: unknown): Promise<false> {
    if (!(error instanceof EpisodeBeingTagged)) throw error;
    await this.db.transaction(async (manager) => announceEdit(manager, await manager.findOneByOrFail(Episode, { id })));
    return false;
  }

  private async change(
    actor: Actor,
    showId: string,
    episodeId: string,
    work: (manager: EntityManager, episode: Episode) => Promise<void>,
  ): Promise<void> {
    requirePublishEpisode(actor, showId);
    await this.db.transaction(async (manager) => {
      await loadShow(manager, showId);
      await work(manager, await lockEpisode(manager, showId, episodeId));
    });
  }

  private async save(manager: EntityManager, episode: Episode, standing: state.Standing): Promise<void> {
    await manager.update(Episode, { id: episode.id }, standing);
  }
}

async function refuseUnready(manager: EntityManager, episode: Episode): Promise<void> {
  const blockers = await readBlockers(manager, episode);
  if (blockers.length) throw new EpisodeNotReady(blockers);
}

/** Feeds that were stored ahead begin to be served without asking anybody again. What is not ready does not go out. */
async function refuseTooLate(manager: EntityManager, episode: Episode, now: Date): Promise<void> {
  const { state: standing, scheduledAt } = episode;
  if (standing !== 'scheduled' || !scheduledAt || scheduledAt.getTime() - now.getTime() >= 1000) return;
  if ((await readReadyCopies(manager, [episode])).size > 0) throw new EpisodeGoingOut();
}
