import type { Clock } from '#libs/kernel';
import { type Affiliation, Person } from '#libs/people';
import { type DataSource, type EntityManager, In } from 'typeorm';
import type { EpisodeView } from '../episode/episode.view.js';
import { readOpenEpisodes } from '../episode/open-episodes.query.js';
import { ShowQuery } from '../show/show.query.js';
import type { ShowView } from '../show/show.view.js';
import type { GuestView } from './guest.view.js';

/** Guests as readers see them: who has appeared in at least one released episode. */
export class GuestQuery {
  constructor(
    private readonly db: DataSource | EntityManager,
    private readonly clock: Clock,
  ) {}

  /** Every released appearance across shows, newest first; undefined when there is none. */
  async bySlug(slug: string): Promise<GuestView | undefined> {
    const person = await this.db
      .getRepository(Person)
      .findOne({ where: { slug }, relations: { texts: true, affiliations: true } });
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
    return this.toGuest(person, appearances);
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
    const { id, slug, name, pronouns, photoKey, links } = person;
    return {
      ...{ id, slug, name, pronouns, photoKey, links },
      texts: person.texts.map(({ lang, biography }) => ({ lang, biography })),
      now: toNow(person.affiliations, this.clock.now().toISOString().slice(0, 10)),
      appearances,
    };
  }

  private episodesWith(personId: string): Promise<EpisodeView[]> {
    const condition = `exists (select 1 from appearances a where a.copy_id = c.id and a.person_id = $2)`;
    return readOpenEpisodes(this.db, this.clock.now(), { condition, parameters: [personId] });
  }
}

/** The newest affiliation that holds on a day, `YYYY-MM-DD`. */
function toNow(affiliations: readonly Affiliation[], today: string): GuestView['now'] {
  const current = affiliations
    .filter((a) => (!a.until || a.until >= today) && (!a.since || a.since <= today))
    .sort((a, b) => (b.since ?? '').localeCompare(a.since ?? ''))[0];
  if (!current) return null;
  return { title: current.title, organisation: current.organisation, organisationUrl: current.organisationUrl };
}
