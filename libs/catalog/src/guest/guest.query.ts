import type { Clock } from '#libs/kernel';
import { findPersonAddress, Person } from '#libs/people';
import { type DataSource, type EntityManager, In } from 'typeorm';
import type { EpisodeView } from '../episode/episode.view.js';
import { readOpenEpisodes } from '../episode/open-episodes.query.js';
import { ShowQuery } from '../show/show.query.js';
import type { ShowView } from '../show/show.view.js';
import type { GuestLookup, GuestView } from './guest.view.js';
import { isSameName, type Now, toNow } from './now.plan.js';

/** Guests as readers see them: who has appeared in at least one released episode. */
export class GuestQuery {
  constructor(
    private readonly db: DataSource | EntityManager,
    private readonly clock: Clock,
  ) {}

  /** What is at an address: a page, another address where that was agreed, or nothing. */
  async byAddress(slug: string): Promise<GuestLookup> {
    const at = await findPersonAddress(this.db, slug);
    if (at.kind === 'moved') return at;
    const guest = at.kind === 'found' ? await this.byId(at.id) : undefined;
    return guest ? { kind: 'found', guest } : { kind: 'missing' };
  }

  /** Every released appearance across shows, newest first; undefined when there is none. */
  async bySlug(slug: string): Promise<GuestView | undefined> {
    const found = await this.byAddress(slug);
    return found.kind === 'found' ? found.guest : undefined;
  }

  private async byId(id: string): Promise<GuestView | undefined> {
    const person = await this.db
      .getRepository(Person)
      .findOne({ where: { id }, relations: { texts: true, affiliations: true } });
    if (!person) return undefined;
    const episodes = await this.episodesWith(person.id);
    if (episodes.length === 0) return undefined;
    const shows = await new ShowQuery(this.db, this.clock).byIds([
      ...new Set(episodes.map((episode) => episode.showId)),
    ]);
    const showOf = new Map(shows.map((show) => [show.id, show]));
    const appearances = episodes.flatMap((episode) => {
      const show = showOf.get(episode.showId);
      return show ? [{ episode, show }] : [];
    });
    const guest = this.toGuest(person, appearances);
    return { ...guest, now: guest.now && (await this.mayNameNow(person.id, guest.now)) ? guest.now : null };
  }

  /** Everybody who hosts a show or appears in these episodes of it, by name, with these appearances only. */
  async among(show: ShowView, episodes: readonly EpisodeView[]): Promise<GuestView[]> {
    const ids = new Set(show.hosts.map((host) => host.id));
    const seenIn = new Map<string, EpisodeView[]>();
    for (const episode of episodes) {
      for (const id of new Set(episode.appearances.map((appearance) => appearance.person.id))) {
        ids.add(id);
        seenIn.set(id, [...(seenIn.get(id) ?? []), episode]);
      }
    }
    const persons = await this.db.getRepository(Person).find({
      where: { id: In([...ids]) },
      relations: { texts: true, affiliations: true },
      order: { sortName: 'ASC', id: 'ASC' },
    });
    return persons.map((person) =>
      this.toGuest(
        person,
        (seenIn.get(person.id) ?? []).map((episode) => ({ episode, show })),
      ),
    );
  }

  /** An employer that is not to be named in one appearance is not named as today's either. */
  private async mayNameNow(personId: string, now: Now): Promise<boolean> {
    const hidden: { organisation: string }[] = await this.db.query(
      `select distinct a.organisation from appearances a join episode_copies c on c.id = a.copy_id
       where a.person_id = $1 and a.employer = 'hidden' and a.organisation <> ''`,
      [personId],
    );
    return !hidden.some(({ organisation }) => isSameName(organisation, now.organisation));
  }

  private toGuest(person: Person, appearances: GuestView['appearances']): GuestView {
    const { id, slug, name, pronouns, pronunciation, photoKey, photoWidth, links, fediverse, isHidden } = person;
    return {
      ...{ id, slug, name, pronouns, pronunciation, photoKey, photoWidth, links, fediverse, isHidden },
      texts: person.texts.map(({ lang, biography, saidOn }) => ({ lang, biography, saidOn })),
      now: person.hidesNow ? null : toNow(person.affiliations, this.clock.now().toISOString().slice(0, 10)),
      appearances,
    };
  }

  private episodesWith(personId: string): Promise<EpisodeView[]> {
    const condition = `exists (select 1 from appearances a where a.copy_id = c.id and a.person_id = $2)`;
    return readOpenEpisodes(this.db, this.clock.now(), { condition, parameters: [personId] });
  }
}
