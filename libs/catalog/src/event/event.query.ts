import { type DataSource, type EntityManager, In, IsNull } from 'typeorm';
import type { Lookup } from '../show/show.query.js';
import { Show } from '../show/show.entity.js';
import { Event } from './event.entity.js';
import type { EventView } from './event.view.js';

/** Events as readers see them: neither they nor their show deleted. */
export class EventQuery {
  constructor(private readonly db: DataSource | EntityManager) {}

  async bySlug(slug: string): Promise<Lookup<EventView>> {
    const event = await this.db.getRepository(Event).findOne({ where: { slug }, relations: { texts: true } });
    if (!event) return { kind: 'missing' };
    const [view] = event.deletedAt ? [] : await this.toViews([event]);
    return view ? { kind: 'found', view } : { kind: 'gone' };
  }

  async byId(id: string): Promise<EventView | undefined> {
    return (await this.find({ id }))[0];
  }

  /** All events, latest first. */
  async list(): Promise<EventView[]> {
    return this.find({});
  }

  async ofShow(showId: string): Promise<EventView[]> {
    return this.find({ showId });
  }

  private async find(where: { id?: string; showId?: string }): Promise<EventView[]> {
    const events = await this.db.getRepository(Event).find({
      where: { ...where, deletedAt: IsNull() },
      relations: { texts: true },
      order: { startsOn: 'DESC', id: 'DESC' },
    });
    return this.toViews(events);
  }

  private async toViews(events: readonly Event[]): Promise<EventView[]> {
    if (events.length === 0) return [];
    const shows = await this.db
      .getRepository(Show)
      .findBy({ id: In([...new Set(events.map((event) => event.showId))]), deletedAt: IsNull(), purgedAt: IsNull() });
    const showOf = new Map(shows.map((show) => [show.id, show]));
    return events.flatMap((event) => {
      const show = showOf.get(event.showId);
      return show ? [toEventView(event, show)] : [];
    });
  }
}

function toEventView(event: Event, show: Show): EventView {
  return {
    id: event.id,
    slug: event.slug,
    showId: show.id,
    showSlug: show.slug,
    showLanguage: show.language,
    startsOn: event.startsOn,
    endsOn: event.endsOn,
    timeZone: event.timeZone,
    place: event.place,
    podcastGuid: event.podcastGuid,
    texts: event.texts.map(({ lang, name, description }) => ({ lang, name, description })),
  };
}
