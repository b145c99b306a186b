import { type Clock, systemClock } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { EpisodeQuery } from '../episode/episode.query.js';
import type { EpisodeView } from '../episode/episode.view.js';
import { EventQuery } from '../event/event.query.js';
import type { EventView } from '../event/event.view.js';
import { ShowQuery } from '../show/show.query.js';
import type { ShowView } from '../show/show.view.js';

/** What the first page shows. */
export interface HomeView {
  shows: ShowView[];
  events: EventView[];
  latest: EpisodeView[];
}

export class HomeQuery {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock = systemClock,
  ) {}

  /** Shows with something to hear, events, and the newest releases. */
  async home(latest = 12): Promise<HomeView> {
    const [shows, events, episodes] = await Promise.all([
      new ShowQuery(this.db, this.clock).list(),
      new EventQuery(this.db).list(),
      new EpisodeQuery(this.db, this.clock).latest(latest),
    ]);
    return { shows, events, latest: episodes };
  }
}
