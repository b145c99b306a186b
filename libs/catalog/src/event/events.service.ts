import {
  type Actor,
  type Clock,
  Conflict,
  freeSlug,
  Invalid,
  isId,
  newId,
  NotFound,
  toLanguage,
  toSlug,
} from '#libs/kernel';
import { type DataSource, type EntityManager, IsNull, Like } from 'typeorm';
import { Episode } from '../episode/episode.entity.js';
import { requireChangeShow, requireSeeShow } from '../show/show.policy.js';
import { loadShow } from '../show/shows.service.js';
import { EventText } from './event-text.entity.js';
import { Event } from './event.entity.js';
import { announceEvent } from './event.facts.js';
import { cleanEventForm, type EventForm, findEventProblems } from './event.plan.js';

/** A new event; its name is in `lang`, or in the show's language. */
export interface NewEvent extends Omit<EventForm, 'texts'> {
  name: string;
  startsOn: string;
  endsOn: string;
  timeZone: string;
  description?: string;
  lang?: string;
}

/** Conference editions of a show. */
export class EventsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async create(actor: Actor, showId: string, form: NewEvent): Promise<Event> {
    requireChangeShow(actor, showId);
    const show = await loadShow(this.db.manager, showId);
    const { name, description = '', lang = toLanguage(show.language), ...settings } = form;
    const clean = cleanEventForm({ ...settings, texts: [{ lang, name, description }] });
    refuseProblems(findEventProblems(clean));
    const id = newId();
    await this.db.transaction(async (manager) => {
      const { texts = [], ...fields } = clean;
      await manager.insert(Event, { ...fields, id, showId, slug: await this.freeSlug(manager, toSlug(name, 'event')) });
      await manager.insert(
        EventText,
        texts.map((text) => ({ ...text, eventId: id })),
      );
      await announceEvent(manager, { id, showId });
    });
    return this.load(this.db.manager, showId, id);
  }

  /** A show's events, latest first. */
  async list(actor: Actor, showId: string): Promise<Event[]> {
    requireSeeShow(actor, showId);
    await loadShow(this.db.manager, showId);
    return this.db.getRepository(Event).find({
      where: { showId, deletedAt: IsNull() },
      relations: { texts: true },
      order: { startsOn: 'DESC', id: 'DESC' },
    });
  }

  async get(actor: Actor, showId: string, eventId: string): Promise<Event> {
    requireSeeShow(actor, showId);
    return this.load(this.db.manager, showId, eventId);
  }

  /** @throws Conflict when somebody saved since `version`; Invalid. */
  async update(
    actor: Actor,
    showId: string,
    eventId: string,
    { version, ...form }: EventForm & { version: number },
  ): Promise<Event> {
    requireChangeShow(actor, showId);
    const { texts, ...fields } = cleanEventForm(form);
    await this.db.transaction(async (manager) => {
      await manager.findOne(Event, { where: { id: eventId }, lock: { mode: 'pessimistic_write' } });
      const event = await this.load(manager, showId, eventId);
      refuseProblems(findEventProblems({ ...fields, ...(texts && { texts }) }, event));
      if (event.version !== version) throw new Conflict(toForm(event), form, event.version);
      await manager.update(Event, { id: eventId }, { ...fields, version: version + 1 });
      if (texts) {
        await manager.delete(EventText, { eventId });
        await manager.insert(
          EventText,
          texts.map((text) => ({ ...text, eventId })),
        );
      }
      await announceEvent(manager, event);
    });
    return this.load(this.db.manager, showId, eventId);
  }

  /** Its page and feed go, and answer 410. Only an event without talks can be deleted, so that no address of a talk breaks. */
  async delete(actor: Actor, showId: string, eventId: string): Promise<void> {
    requireChangeShow(actor, showId);
    await this.db.transaction(async (manager) => {
      const event = await this.load(manager, showId, eventId);
      if (await manager.existsBy(Episode, { eventId, deletedAt: IsNull() })) {
        throw new Invalid([{ path: 'eventId', message: 'error.field.event.talks' }]);
      }
      await manager.update(Event, { id: eventId }, { deletedAt: this.clock.now() });
      await announceEvent(manager, event);
    });
  }

  private async load(manager: EntityManager, showId: string, eventId: string): Promise<Event> {
    await loadShow(manager, showId);
    const where = { id: eventId, showId, deletedAt: IsNull() };
    const event = isId(eventId) && (await manager.findOne(Event, { where, relations: { texts: true } }));
    if (!event) throw new NotFound('This event');
    return event;
  }

  private async freeSlug(manager: EntityManager, wanted: string): Promise<string> {
    await manager.query(`select pg_advisory_xact_lock(hashtext('events.slug'))`);
    const rows = await manager.find(Event, { where: { slug: Like(`${wanted}%`) }, select: { slug: true } });
    const taken = new Set(rows.map((event) => event.slug));
    return freeSlug(wanted, (segment) => taken.has(segment));
  }
}

function toForm({ startsOn, endsOn, timeZone, place, texts }: Event): EventForm {
  return {
    startsOn,
    endsOn,
    timeZone,
    place,
    texts: texts.map(({ lang, name, description }) => ({ lang, name, description })),
  };
}

function refuseProblems(problems: Invalid['fields']): void {
  if (problems.length) throw new Invalid(problems);
}
