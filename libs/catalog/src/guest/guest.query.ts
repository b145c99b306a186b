import { readAtOnce, rowsBy, rowsOf } from '#libs/database';
import type { Clock } from '#libs/kernel';
import { Affiliation, findPersonAddress, Person, PersonText } from '#libs/people';
import { type DataSource, type EntityManager, In } from 'typeorm';
import type { EpisodeView } from '../episode/episode.view.js';
import { readOpenEpisodes } from '../episode/open-episodes.query.js';
import { ShowQuery } from '../show/show.query.js';
import type { ShowView } from '../show/show.view.js';
import type { GuestLookup, GuestView } from './guest.view.js';
import { isSameName, toNow } from './now.plan.js';

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
    const rows = await readAtOnce(this.db, personRows(id));
    const [found] = rows.persons;
    if (!found) return undefined;
    const person = { ...found, texts: rows.texts, affiliations: rows.affiliations };
    const episodes = await this.episodesWith(person.id);
    if (episodes.length === 0) return undefined;
    const shows = await new ShowQuery(this.db, this.clock).named([
      ...new Set(episodes.map((episode) => episode.showId)),
    ]);
    const showOf = new Map(shows.map((show) => [show.id, show]));
    const appearances = episodes.flatMap((episode) => {
      const show = showOf.get(episode.showId);
      return show ? [{ episode, show }] : [];
    });
    const guest = this.toGuest(person, appearances);
    // An employer that is not to be named in one appearance is not named as today's either.
    const isHidden = rows.hidden.some(({ organisation }) => isSameName(organisation, guest.now?.organisation ?? ''));
    return { ...guest, now: isHidden ? null : guest.now };
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

  private toGuest(person: Person, appearances: GuestView['appearances']): GuestView {
    const { id, slug, name, pronouns, pronunciation, photoKey, photoWidth, links, fediverse, contact, isHidden } =
      person;
    return {
      ...{ id, slug, name, pronouns, pronunciation, photoKey, photoWidth, links, fediverse, contact, isHidden },
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

function personRows(id: string) {
  const ofPerson = { where: 'person_id = $1', parameters: [id] };
  return {
    persons: rowsOf(Person, { where: 'id = $1', parameters: [id] }),
    texts: rowsOf(PersonText, { ...ofPerson, order: 'lang' }),
    affiliations: rowsOf(Affiliation, { ...ofPerson, order: 'id' }),
    hidden: rowsBy<{ organisation: string }>(
      `select distinct a.organisation from appearances a join episode_copies c on c.id = a.copy_id
       where a.person_id = $1 and a.employer = 'hidden' and a.organisation <> ''`,
      [id],
    ),
  };
}
