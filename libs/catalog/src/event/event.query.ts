import { readAtOnce, rowsOf } from '#libs/database';
import type { DataSource, EntityManager } from 'typeorm';
import { groupBy } from '../episode/copy-tree.js';
import type { Lookup } from '../show/show.query.js';
import { Show } from '../show/show.entity.js';
import { EventText } from './event-text.entity.js';
import { Event } from './event.entity.js';
import type { EventView } from './event.view.js';

/** Events as readers see them: neither they nor their show deleted. */
export class EventQuery {
  constructor(private readonly db: DataSource | EntityManager) {}

  async bySlug(slug: string): Promise<Lookup<EventView>> {
    const { events, views } = await this.read('slug = $1', [slug]);
    if (events.length === 0) return { kind: 'missing' };
    return views[0] ? { kind: 'found', view: views[0] } : { kind: 'gone' };
  }

  async byId(id: string): Promise<EventView | undefined> {
    return (await this.read('id = $1', [id])).views[0];
  }

  /** All events, latest first. */
  async list(): Promise<EventView[]> {
    return (await this.read('true', [])).views;
  }

  async ofShow(showId: string): Promise<EventView[]> {
    return (await this.read('show_id = $1', [showId])).views;
  }

  /** Also those that are gone, without a view. */
  private async read(where: string, parameters: readonly unknown[]): Promise<{ events: Event[]; views: EventView[] }> {
    const ofThose = (what: string) => `any(array(select ${what} from events where ${where}))`;
    const { events, texts, shows } = await readAtOnce(this.db, {
      events: rowsOf(Event, { where, parameters, order: 'starts_on desc, id desc' }),
      texts: rowsOf(EventText, { where: `event_id = ${ofThose('id')}`, parameters, order: 'lang' }),
      shows: rowsOf(Show, {
        where: `id = ${ofThose('show_id')} and deleted_at is null and purged_at is null`,
        parameters,
      }),
    });
    const [textsOf, showOf] = [groupBy(texts, 'eventId'), new Map(shows.map((show) => [show.id, show]))];
    const views = events.flatMap((event) => {
      event.texts = textsOf.get(event.id) ?? [];
      const show = showOf.get(event.showId);
      return show && !event.deletedAt ? [toEventView(event, show)] : [];
    });
    return { events, views };
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
