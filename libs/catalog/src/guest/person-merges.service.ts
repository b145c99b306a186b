import { type Actor, type Clock, hasRole, Invalid, isId, newId, NotFound, roles } from '#libs/kernel';
import {
  announcePerson,
  emptyPerson,
  fillPerson,
  type Filled,
  findFilling,
  forgetDifference,
  keepChange,
  mayChangePerson,
  mayFindPersons,
  Person,
  refuseUnless,
} from '#libs/people';
import type { DataSource, EntityManager } from 'typeorm';
import { countElsewhere, refuseElsewhere } from './merge-reach.js';
import { findBoth, moveBack, moveRows } from './merge-rows.js';
import { PersonMerge } from './person-merge.entity.js';

/** What a merge would do, before it is done. */
export interface MergePreview {
  keep: Person;
  gone: Person;
  /** Episodes of the one that goes. */
  episodes: { episodeId: string; title: string }[];
  /** What the record that stays lacks and takes over. */
  fills: Filled['parts'];
  /** Episodes in which both appear; with one of them there is no merge. */
  both: { episodeId: string; showId: string; title: string }[];
  /** Shows of either in which this actor is no editor; with one of them there is no merge by them. */
  elsewhere: number;
}

/** A merge that can be taken back. */
export interface DoneMerge {
  id: string;
  goneId: string;
  goneName: string;
  at: Date;
}

/**
 * Two records that turned out to be one person. Appearances move with the title and employer that they have, links
 * and answers of the guest too; the record that goes keeps its words, so that all of it can be taken back; its
 * address leads on.
 */
export class PersonMergesService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async preview(actor: Actor, keepId: string, goneId: string): Promise<MergePreview> {
    refuseUnless(mayChangePerson(actor, keepId) && mayChangePerson(actor, goneId));
    const [keep, gone] = await loadBoth(this.db.manager, keepId, goneId);
    return {
      ...{ keep, gone },
      episodes: toSeen(actor, await readEpisodes(this.db.manager, goneId)).map(({ episodeId, title }) => ({
        episodeId,
        title,
      })),
      fills: findFilling(keep, gone).parts,
      both: toSeen(actor, await findBoth(this.db.manager, keepId, goneId)),
      elsewhere: await countElsewhere(actor, this.db.manager, [keepId, goneId]),
    };
  }

  /** Gives the merge's id. @throws MergeElsewhere, Invalid when both appear in one episode, NotFound when one is merged already. */
  async merge(actor: Actor, keepId: string, goneId: string): Promise<string> {
    refuseUnless(mayChangePerson(actor, keepId) && mayChangePerson(actor, goneId));
    return this.db.transaction(async (manager) => {
      await lockPersons(manager, [keepId, goneId]);
      const [keep, gone] = await loadBoth(manager, keepId, goneId);
      await refuseElsewhere(actor, manager, [keepId, goneId]);
      if ((await findBoth(manager, keepId, goneId)).length > 0) {
        throw new Invalid([{ path: 'goneId', message: 'error.field.people.both' }]);
      }
      await forgetDifference(manager, keepId, goneId);
      const filled = await fillPerson(manager, keep, gone);
      const moved = { ...(await moveRows(manager, goneId, keepId)), filled };
      await manager.update(Person, { id: goneId }, { mergedInto: keepId });
      const id = newId();
      const userId = actor.kind === 'user' ? actor.userId : null;
      const createdAt = this.clock.now();
      await manager.insert(PersonMerge, { id, keptId: keepId, goneId, moved: moved as never, userId, createdAt });
      await this.tell(manager, actor, [keepId, goneId], 'merged');
      return id;
    });
  }

  /** Both are there again, each with what it had; what was changed since stays as it was changed. */
  async undo(actor: Actor, mergeId: string): Promise<void> {
    await this.db.transaction(async (manager) => {
      const merge = isId(mergeId) && (await manager.findOneBy(PersonMerge, { id: mergeId }));
      if (!merge || merge.undoneAt) throw new NotFound('This merge');
      const { keptId, goneId, moved } = merge;
      refuseUnless(mayChangePerson(actor, keptId) && mayChangePerson(actor, goneId));
      await lockPersons(manager, [keptId, goneId]);
      const [keep, gone] = [await load(manager, keptId), await load(manager, goneId)];
      await refuseElsewhere(actor, manager, [keptId, goneId]);
      if (gone.mergedInto !== keptId) throw new Invalid([{ path: 'mergeId', message: 'error.field.people.later' }]);
      await manager.update(Person, { id: goneId }, { mergedInto: null });
      await moveBack(manager, moved, keptId, goneId);
      if (moved.filled) await emptyPerson(manager, keep, gone, moved.filled);
      await manager.update(PersonMerge, { id: mergeId }, { undoneAt: this.clock.now() });
      await this.tell(manager, actor, [keptId, goneId], 'parted');
    });
  }

  /** Those that a record has taken in and that can be taken back, newest first. */
  async ofPerson(actor: Actor, personId: string): Promise<DoneMerge[]> {
    refuseUnless(mayFindPersons(actor));
    return this.db.query(
      `select m.id, m.gone_id as "goneId", p.name as "goneName", m.created_at as at
       from person_merges m join persons p on p.id = m.gone_id and p.merged_into = m.kept_id
       where m.kept_id = $1 and m.undone_at is null order by m.created_at desc, m.id limit 20`,
      [isId(personId) ? personId : newId()],
    );
  }

  private async tell(manager: EntityManager, actor: Actor, ids: readonly string[], what: string): Promise<void> {
    for (const id of ids) {
      await keepChange(manager, actor, id, [what]);
      await announcePerson(manager, id);
    }
  }
}

/** In one order, so that two merges the other way round do not wait for each other. */
async function lockPersons(manager: EntityManager, ids: readonly string[]): Promise<void> {
  await manager.query('select id from persons where id = any($1::uuid[]) order by id for update', [ids.filter(isId)]);
}

/** @throws NotFound, also for who is merged already; Invalid for one and the same. */
async function loadBoth(manager: EntityManager, keepId: string, goneId: string): Promise<[Person, Person]> {
  if (keepId === goneId) throw new Invalid([{ path: 'goneId', message: 'error.field.wrongChoice' }]);
  const [keep, gone] = [await load(manager, keepId), await load(manager, goneId)];
  if (keep.mergedInto || gone.mergedInto) throw new NotFound('This person');
  return [keep, gone];
}

async function load(manager: EntityManager, id: string): Promise<Person> {
  const relations = { texts: true, affiliations: true };
  const person = isId(id) && (await manager.findOne(Person, { where: { id }, relations }));
  if (!person) throw new NotFound('This person');
  return person;
}

/** Records are shared by all shows; what is in the making in a show of others has no title here (`abuse:A25`). */
function toSeen<T extends { showId: string; title: string }>(actor: Actor, episodes: readonly T[]): T[] {
  return episodes.map((each) => (hasRole(actor, each.showId, roles) ? each : { ...each, title: '' }));
}

async function readEpisodes(manager: EntityManager, personId: string): Promise<MergePreview['both']> {
  return manager.query(
    `select distinct on (e.created_at, e.id) e.id as "episodeId", e.show_id as "showId", coalesce(x.title, '') as title
     from appearances a join episode_copies c on c.id = a.copy_id
     join episodes e on e.id = c.episode_id and e.deleted_at is null and e.purged_at is null
     left join episode_texts x on x.copy_id = c.id
     where a.person_id = $1 order by e.created_at desc, e.id, c.kind, x.title desc nulls last limit 50`,
    [personId],
  );
}
