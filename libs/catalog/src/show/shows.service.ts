import type { MembershipsService } from '#libs/accounts';
import {
  type Actor,
  Conflict,
  Forbidden,
  freeSlug,
  hasRole,
  Invalid,
  isId,
  newId,
  NotFound,
  roles,
  toLanguage,
} from '#libs/kernel';
import type { ImagesService } from '#libs/media';
import { Person } from '#libs/people';
import { type DataSource, type EntityManager, In, IsNull, Like } from 'typeorm';
import { ShowText } from './show-text.entity.js';
import { Show } from './show.entity.js';
import { announceShow } from './show.facts.js';
import { cleanShowForm, findShowProblems, isTakenSegment, type ShowForm, toShowSlug } from './show.plan.js';
import { mayCreateShow, requireChangeShow, requireSeeShow } from './show.policy.js';

/** A new show: its title and description are in the page language of `language`. */
export interface NewShow extends Omit<ShowForm, 'texts'> {
  title: string;
  language: string;
  category: string;
  description?: string;
  /** A wish for the address segment; the title's otherwise. */
  slug?: string;
}

/** Podcasts and their settings. The address segment is chosen once and never changes: feeds are subscribed to it. */
export class ShowsService {
  constructor(
    private readonly db: DataSource,
    private readonly memberships: Pick<MembershipsService, 'grant'>,
    private readonly images: Pick<ImagesService, 'acceptCover'>,
  ) {}

  /** Whoever creates a show becomes its owner. @throws Forbidden, Invalid. */
  async create(actor: Actor, form: NewShow): Promise<Show> {
    const id = await this.db.transaction((manager) => this.createWithin(manager, actor, form));
    return loadShow(this.db.manager, id);
  }

  /** As `create`, in the caller's transaction; gives the id. */
  async createWithin(manager: EntityManager, actor: Actor, form: NewShow): Promise<string> {
    if (!mayCreateShow(actor)) throw new Forbidden('Ask the owner of this instance to create a show for you.');
    const { title, description = '', slug, ...settings } = form;
    const clean = cleanShowForm({ ...settings, texts: [{ lang: toLanguage(form.language), title, description }] });
    refuseProblems(findShowProblems(clean));
    const id = newId();
    const { texts = [], ...fields } = clean;
    await manager.insert(Show, { ...fields, id, slug: await this.freeSlug(manager, toShowSlug(title, slug)) });
    await manager.insert(
      ShowText,
      texts.map((text) => ({ ...text, showId: id })),
    );
    if (actor.kind === 'user') await this.memberships.grant(manager, actor.userId, id, 'owner');
    await announceShow(manager, 'changed', id);
    return id;
  }

  /** The shows that the actor works on, by address; the instance's owner sees all. */
  async list(actor: Actor): Promise<Show[]> {
    const shows = await this.db
      .getRepository(Show)
      .find({ where: { deletedAt: IsNull(), purgedAt: IsNull() }, relations: { texts: true }, order: { slug: 'ASC' } });
    return shows.filter((show) => hasRole(actor, show.id, roles));
  }

  async get(actor: Actor, showId: string): Promise<Show> {
    requireSeeShow(actor, showId);
    return loadShow(this.db.manager, showId);
  }

  /** @throws Conflict when somebody saved since `form.version`, with both values; Invalid. */
  async update(actor: Actor, showId: string, { version, ...form }: ShowForm & { version: number }): Promise<Show> {
    requireChangeShow(actor, showId);
    const clean = cleanShowForm(form);
    await this.db.transaction(async (manager) => {
      const show = await lockShow(manager, showId);
      refuseProblems(findShowProblems(clean, show));
      if (show.version !== version) throw new Conflict(pick(show, clean), clean, show.version);
      await refuseStrangers(manager, clean.hostIds ?? []);
      const { texts, ...fields } = clean;
      await manager.update(Show, { id: showId }, { ...fields, version: version + 1 });
      if (texts) {
        await manager.delete(ShowText, { showId });
        await manager.insert(
          ShowText,
          texts.map((text) => ({ ...text, showId })),
        );
      }
      await announceShow(manager, 'changed', showId);
    });
    return loadShow(this.db.manager, showId);
  }

  /** @throws the errors of `ImagesService.acceptCover` for what is no square picture of 1400 px or more. */
  async replaceCover(actor: Actor, showId: string, bytes: Uint8Array): Promise<Show> {
    requireChangeShow(actor, showId);
    await loadShow(this.db.manager, showId);
    const { key, width } = await this.images.acceptCover(bytes);
    return this.saveCover(showId, key, width);
  }

  async removeCover(actor: Actor, showId: string): Promise<Show> {
    requireChangeShow(actor, showId);
    return this.saveCover(showId, null, null);
  }

  private async saveCover(showId: string, coverKey: string | null, coverWidth: number | null): Promise<Show> {
    await this.db.transaction(async (manager) => {
      await lockShow(manager, showId);
      await manager.update(Show, { id: showId }, { coverKey, coverWidth });
      await announceShow(manager, 'changed', showId);
    });
    return loadShow(this.db.manager, showId);
  }

  /** A purged show keeps its segment: its address answers 410 for ever. */
  private async freeSlug(manager: EntityManager, wanted: string): Promise<string> {
    await manager.query(`select pg_advisory_xact_lock(hashtext('shows.slug'))`);
    const rows = await manager.find(Show, { where: { slug: Like(`${wanted}%`) }, select: { slug: true } });
    const taken = new Set(rows.map((show) => show.slug));
    return freeSlug(wanted, (segment) => isTakenSegment(segment, taken));
  }
}

/** A show with its texts. @throws NotFound when it is missing or in the bin. */
export async function loadShow(manager: EntityManager, showId: string): Promise<Show> {
  const where = { id: showId, deletedAt: IsNull(), purgedAt: IsNull() };
  const show = isId(showId) && (await manager.findOne(Show, { where, relations: { texts: true } }));
  if (!show) throw new NotFound('This show');
  return show;
}

/** As `loadShow`, with the row locked until the transaction ends. */
export async function lockShow(manager: EntityManager, showId: string): Promise<Show> {
  await manager.findOne(Show, { where: { id: showId }, lock: { mode: 'pessimistic_write' } });
  return loadShow(manager, showId);
}

async function refuseStrangers(manager: EntityManager, hostIds: string[]): Promise<void> {
  const known = hostIds.length ? await manager.countBy(Person, { id: In(hostIds) }) : 0;
  if (known !== new Set(hostIds).size) {
    throw new Invalid([{ path: 'hostIds', message: 'error.field.person.gone' }]);
  }
}

function refuseProblems(problems: Invalid['fields']): void {
  if (problems.length) throw new Invalid(problems);
}

function pick(show: Show, form: ShowForm): Record<string, unknown> {
  return Object.fromEntries(Object.keys(form).map((key) => [key, show[key as keyof Show]]));
}
