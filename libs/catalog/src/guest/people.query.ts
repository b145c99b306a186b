import { type Actor, type Clock, isId, NotFound, toSlug } from '#libs/kernel';
import {
  Affiliation,
  findLookalikes,
  mayFindPersons,
  Person,
  PersonChange,
  type PersonLink,
  PersonSlug,
  readDifferences,
  refuseUnless,
} from '#libs/people';
import { type DataSource, In } from 'typeorm';
import { type Now, toNow } from './now.plan.js';

export const peopleFilters = ['all', 'twice', 'hidden', 'renamed'] as const;
export type PeopleFilter = (typeof peopleFilters)[number];

/** A line of the list of people. */
export interface ListedPerson {
  id: string;
  slug: string;
  name: string;
  photoKey: string | null;
  isHidden: boolean;
  /** Has had another address. */
  isRenamed: boolean;
  now: Now | null;
  /** As what they were heard last; null where `now` says it, or in no episode that the actor may see. */
  heardAs: HeardAs | null;
  episodes: number;
  /** Who may be the same person. */
  lookalikes: { id: string; name: string }[];
}

/** What somebody was called in an episode, and when that was. */
export interface HeardAs {
  organisation: string;
  titles: { lang: string; title: string }[];
  /** `YYYY-MM-DD` */
  on: string;
}

export interface PeopleList {
  items: ListedPerson[];
  /** Of each filter, whatever is searched for. */
  counts: Record<PeopleFilter, number>;
  /** How many the search and the filter found. */
  total: number;
}

/** What the screen of one person says beside the living record. */
export interface PersonRecord {
  formerAddresses: { slug: string; redirects: boolean; since: Date }[];
  history: Pick<PersonChange, 'createdAt' | 'actor' | 'fields'>[];
  lookalikes: { id: string; name: string }[];
  /** Newest first, released or not, with title and employer as they stand there. */
  appearances: PersonAppearance[];
}

export interface PersonAppearance {
  episodeId: string;
  showId: string;
  title: string;
  state: string;
  on: string | null;
  organisation: string;
  employer: string;
  titles: { lang: string; title: string }[];
}

const most = 10_000;
const pageSize = 50;

/** The people of the instance, for those who make episodes. */
export class PeopleQuery {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** By sort name, 50 a page; `q` finds words of the name, accents and case ignored. */
  async list(actor: Actor, q: string, filter: PeopleFilter, page: number): Promise<PeopleList> {
    refuseUnless(mayFindPersons(actor));
    const all = await this.readAll();
    const twins = findLookalikes(all, await readDifferences(this.db));
    const is: Record<PeopleFilter, (person: Row) => boolean> = {
      all: () => true,
      twice: ({ id }) => twins.has(id),
      hidden: ({ isHidden }) => isHidden,
      renamed: ({ isRenamed }) => isRenamed,
    };
    const words = toSlug(q.slice(0, 200), '').split('-').filter(Boolean);
    const found = all.filter((person) => is[filter](person) && isCalled(person.name, q, words));
    const shown = found.slice((page - 1) * pageSize, page * pageSize);
    const nows = await this.readNows(shown.map(({ id }) => id));
    const jobless = shown.filter(({ id }) => !nows.get(id)).map(({ id }) => id);
    const heard = await this.readHeard(actor, jobless);
    const names = new Map(all.map(({ id, name }) => [id, name]));
    return {
      items: shown.map(({ links: _, ...person }) => ({
        ...person,
        now: nows.get(person.id) ?? null,
        heardAs: heard.get(person.id) ?? null,
        lookalikes: (twins.get(person.id) ?? []).map((id) => ({ id, name: names.get(id)! })),
      })),
      counts: Object.fromEntries(peopleFilters.map((each) => [each, all.filter(is[each]).length])) as never,
      total: found.length,
    };
  }

  /** @throws NotFound */
  async record(actor: Actor, personId: string): Promise<PersonRecord> {
    refuseUnless(mayFindPersons(actor));
    const person = isId(personId) && (await this.db.getRepository(Person).findOneBy({ id: personId }));
    if (!person) throw new NotFound('This person');
    const newest = { where: { personId }, order: { createdAt: 'DESC' } } as const;
    const former = await this.db.getRepository(PersonSlug).find(newest);
    const changes = await this.db.getRepository(PersonChange).find({ ...newest, take: 50 });
    return {
      formerAddresses: former.map(({ slug, redirects, createdAt }) => ({ slug, redirects, since: createdAt })),
      history: changes.map(({ createdAt, actor: who, fields }) => ({ createdAt, actor: who, fields })),
      lookalikes: (await this.lookalikesOf([personId])).get(personId) ?? [],
      appearances: await this.appearancesOf(actor, personId),
    };
  }

  /** Who may be recorded twice, of these persons; with the names of the others. */
  async lookalikesOf(personIds: readonly string[]): Promise<Map<string, { id: string; name: string }[]>> {
    const all = await this.readAll();
    const twins = findLookalikes(all, await readDifferences(this.db));
    const names = new Map(all.map(({ id, name }) => [id, name]));
    return new Map(personIds.map((id) => [id, (twins.get(id) ?? []).map((to) => ({ id: to, name: names.get(to)! }))]));
  }

  private readAll(): Promise<Row[]> {
    return this.db.query(
      `select p.id, p.slug, p.name, p.photo_key as "photoKey", p.is_hidden as "isHidden", p.links,
         exists (select 1 from person_slugs s where s.person_id = p.id) as "isRenamed",
         (select count(distinct c.episode_id) from appearances a join episode_copies c on c.id = a.copy_id
          join episodes e on e.id = c.episode_id and e.deleted_at is null and e.purged_at is null
          where a.person_id = p.id)::int as episodes
       from persons p where p.merged_into is null order by p.sort_name, p.id limit $1`,
      [most],
    );
  }

  private async readNows(ids: string[]): Promise<Map<string, Now | null>> {
    const today = this.clock.now().toISOString().slice(0, 10);
    const rows = ids.length === 0 ? [] : await this.db.getRepository(Affiliation).findBy({ personId: In(ids) });
    const of = (id: string) => rows.filter(({ personId }) => personId === id);
    return new Map(ids.map((id) => [id, toNow(of(id), today)]));
  }

  /** By their newest episode with a title or an employer; whose employer is hidden there has none here. */
  private async readHeard(actor: Actor, ids: string[]): Promise<Map<string, HeardAs>> {
    if (ids.length === 0) return new Map();
    const { seesAll, shows } = sightOf(actor);
    const rows: (HeardAs & { personId: string })[] = await this.db.query(
      `select distinct on (each."personId") each.* from (
         select a.person_id as "personId", case when a.employer = 'hidden' then '' else a.organisation end as organisation,
           coalesce(c.recorded_on, e.published_at::date, e.created_at::date)::text as on, c.kind,
           coalesce((select json_agg(json_build_object('lang', t.lang, 'title', t.title) order by t.lang)
             from appearance_texts t where t.appearance_id = a.id and t.title <> ''), '[]')::jsonb as titles
         from appearances a join episode_copies c on c.id = a.copy_id
         join episodes e on e.id = c.episode_id and e.deleted_at is null and e.purged_at is null
         where a.person_id = any($1::uuid[]) and ($2 or e.show_id = any($3::uuid[]))) each
       where each.organisation <> '' or each.titles <> '[]'::jsonb
       order by each."personId", each.on desc, each.kind`,
      [ids, seesAll, shows],
    );
    return new Map(rows.map(({ personId, organisation, titles, on }) => [personId, { organisation, titles, on }]));
  }

  /** In shows that the actor may see. */
  private async appearancesOf(actor: Actor, personId: string): Promise<PersonAppearance[]> {
    const { seesAll, shows } = sightOf(actor);
    return this.db.query(
      `select * from (select distinct on (e.id) e.id as "episodeId", e.show_id as "showId", e.state, a.organisation, a.employer,
         coalesce(c.recorded_on, e.published_at::date, e.created_at::date)::text as on,
         coalesce((select x.title from episode_texts x where x.copy_id = c.id and x.title <> '' order by x.lang limit 1), '') as title,
         coalesce((select json_agg(json_build_object('lang', t.lang, 'title', t.title) order by t.lang)
           from appearance_texts t where t.appearance_id = a.id and t.title <> ''), '[]') as titles
       from appearances a join episode_copies c on c.id = a.copy_id
       join episodes e on e.id = c.episode_id and e.deleted_at is null and e.purged_at is null
       where a.person_id = $1 and ($2 or e.show_id = any($3::uuid[]))
       order by e.id, c.kind) each order by each.on desc, each."episodeId" limit 200`,
      [personId, seesAll, shows],
    );
  }
}

/** The shows whose episodes an actor may see. */
function sightOf(actor: Actor): { seesAll: boolean; shows: string[] } {
  const seesAll = actor.kind === 'system' || (actor.kind === 'user' && actor.isInstanceOwner && !actor.tokenShowId);
  const own = actor.kind === 'user' ? Object.keys(actor.roles) : [];
  return { seesAll, shows: actor.kind === 'user' && actor.tokenShowId ? [actor.tokenShowId] : own };
}

type Row = Omit<ListedPerson, 'now' | 'heardAs' | 'lookalikes'> & { links: PersonLink[] };

/** By the words of the name that the person has now. An old one finds nobody. */
function isCalled(name: string, q: string, words: readonly string[]): boolean {
  const said = q.trim().toLocaleLowerCase();
  if (said === '') return true;
  if (words.length === 0) return name.toLocaleLowerCase().includes(said);
  const own = `-${toSlug(name, '')}`;
  return words.every((word) => own.includes(`-${word}`));
}
