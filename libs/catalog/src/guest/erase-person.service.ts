import { type Actor, type Clock, Forbidden, hasScope, Invalid, isId, NotFound } from '#libs/kernel';
import { Person, toPersonName } from '#libs/people';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { loadCopies } from '../episode/copy-tree.js';
import { findEmployerLeaks, placesOf } from '../guest-link/employer-leaks.plan.js';
import { GuestLink } from '../guest-link/guest-link.entity.js';
import { eraseRows, readReach, tellErased, unwanted, withMerged } from './erase-rows.js';

/** What would go with a person, before it goes. */
export interface ErasurePreview {
  name: string;
  /** In which they appear; the episodes stay, without them. */
  episodes: ErasedEpisode[];
  /** Shows that they host. */
  hosted: number;
  links: number;
  quotes: number;
  clips: number;
  /** Transcripts that they did not want to be read. */
  transcripts: number;
  hasPhoto: boolean;
  /** Records that were merged into this one go too. */
  merged: number;
}

export interface ErasedEpisode {
  episodeId: string;
  showId: string;
  title: string;
  /** The name stands in what somebody wrote or said there; that is for its producer to change. */
  isStillNamed: boolean;
}

/**
 * Erases a person for good: no page, feed, card, file, search, consent or history names them any more. The sound of what
 * they were heard in stays, and so do its words, without their name above them. It cannot be taken back.
 */
export class ErasePersonService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden for anybody but who owns the instance. */
  async preview(actor: Actor, personId: string): Promise<ErasurePreview> {
    requireErase(actor);
    const person = await loadLiving(this.db.manager, personId);
    return this.db.transaction(async (manager) => {
      const ids = (await withMerged(manager, personId)).map(({ id }) => id);
      const reach = await readReach(manager, ids);
      const count = async (sql: string) => Number((await manager.query(sql, [ids]))[0].n);
      return {
        name: person.name,
        episodes: await readEpisodes(manager, reach.episodeIds, person.name),
        hosted: reach.showIds.length,
        links: reach.linkIds.length,
        quotes: await count('select count(*) n from quotes where person_id = any($1::uuid[])'),
        clips: await count('select count(*) n from clips where person_ids && $1::uuid[]'),
        transcripts: await count(
          `select count(distinct (e.episode_id, t.lang)) n from transcripts t join episode_copies e on e.id = t.copy_id
           ${unwanted('t.copy_id', 't.lang')} and t.digest is not null`,
        ),
        hasPhoto: person.photoKey !== null,
        merged: ids.length - 1,
      };
    });
  }

  /**
   * @param name as it stands there, said once more: nobody is erased by a slip. @throws Invalid for another one.
   * Gives the addresses that mails to them went to: what is kept of those is for the caller to remove.
   */
  async erase(actor: Actor, personId: string, name: string): Promise<string[]> {
    requireErase(actor);
    return this.db.transaction(async (manager) => {
      const person = await loadLiving(manager, personId);
      if (toPersonName(name) !== person.name) {
        throw new Invalid([{ path: 'name', message: 'error.field.people.otherName' }]);
      }
      const persons = await withMerged(manager, personId);
      const reach = await readReach(
        manager,
        persons.map(({ id }) => id),
      );
      const links = await manager.findBy(GuestLink, { id: In(reach.linkIds) });
      await eraseRows(manager, persons, reach, this.clock.now());
      await tellErased(manager, persons, reach);
      return [...new Set(links.map(({ email }) => email).filter(Boolean))];
    });
  }
}

/** Persons belong to the instance, and what is erased does not come back: only its owner may. */
function requireErase(actor: Actor): void {
  if (actor.kind === 'system') return;
  const isOwner = actor.kind === 'user' && actor.isInstanceOwner && !actor.tokenShowId && hasScope(actor, 'admin');
  if (!isOwner) throw new Forbidden('Only who owns this instance can erase a person.');
}

async function loadLiving(manager: EntityManager, id: string): Promise<Person> {
  const person = isId(id) && (await manager.findOneBy(Person, { id }));
  if (!person || person.mergedInto) throw new NotFound('This person');
  return person;
}

async function readEpisodes(manager: EntityManager, ids: readonly string[], name: string): Promise<ErasedEpisode[]> {
  const copies = await loadCopies(manager, ids);
  const spoken: { id: string }[] = await manager.query(
    `select distinct c.episode_id as id from transcripts t join episode_copies c on c.id = t.copy_id,
       jsonb_array_elements(t.segments) s
     where c.episode_id = any($1::uuid[]) and jsonb_typeof(t.segments) = 'array'
       and position(lower($2) in lower(s ->> 'text')) > 0`,
    [ids, name],
  );
  const rows: { id: string; showId: string }[] = await manager.query(
    `select id, show_id as "showId" from episodes where id = any($1::uuid[]) and purged_at is null order by id`,
    [ids],
  );
  return rows.map(({ id, showId }) => {
    const own = copies.filter(({ episodeId }) => episodeId === id);
    const isWritten = findEmployerLeaks({ organisation: name, employer: 'hidden' }, own.flatMap(placesOf)).length > 0;
    return {
      ...{ episodeId: id, showId },
      title: own.flatMap(({ texts }) => texts.map(({ title }) => title)).find(Boolean) ?? '',
      isStillNamed: isWritten || spoken.some((each) => each.id === id),
    };
  });
}
