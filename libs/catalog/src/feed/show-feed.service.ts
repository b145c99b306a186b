import { isDeepStrictEqual } from 'node:util';
import { type Actor, Conflict, Invalid } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { Show } from '../show/show.entity.js';
import { announceShow } from '../show/show.facts.js';
import { requireChangeShow, requireSeeShow } from '../show/show.policy.js';
import { loadShow, lockShow } from '../show/shows.service.js';
import { type ShowFeed, usualShowFeed } from './feed-settings.js';
import { cleanShowFeed, findShowFeedProblems } from './show-feed.plan.js';

/** A show's feed settings and the version on which a save must be based. */
export interface ShowFeedDesk {
  version: number;
  feed: ShowFeed;
}

/** What a show's feed says beyond name, cover and category; it is in the feed as soon as it is saved. */
export class ShowFeedService {
  constructor(private readonly db: DataSource) {}

  async get(actor: Actor, showId: string): Promise<ShowFeedDesk> {
    requireSeeShow(actor, showId);
    return toDesk(await loadShow(this.db.manager, showId));
  }

  /**
   * Replaces the settings; a field that is left out stays. @throws Conflict when somebody saved since `version`, with
   * both values; Invalid with the path of each wrong field. A save without a difference changes nothing.
   */
  async save(
    actor: Actor,
    showId: string,
    { version, ...changes }: Partial<ShowFeed> & { version: number },
  ): Promise<ShowFeedDesk> {
    requireChangeShow(actor, showId);
    await this.db.transaction(async (manager) => {
      const desk = toDesk(await lockShow(manager, showId));
      const feed = cleanShowFeed({ ...desk.feed, ...changes });
      if (desk.version !== version) throw new Conflict(desk.feed, feed, desk.version);
      const problems = findShowFeedProblems(feed);
      if (problems.length > 0) throw new Invalid(problems);
      if (isDeepStrictEqual(feed, desk.feed)) return;
      await manager.update(Show, { id: showId }, { feed, feedVersion: version + 1 });
      await announceShow(manager, 'changed', showId);
    });
    return toDesk(await loadShow(this.db.manager, showId));
  }
}

function toDesk({ feed, feedVersion }: Show): ShowFeedDesk {
  return { version: feedVersion, feed: { ...usualShowFeed, ...feed } };
}
