import { type Actor, type Clock, languages } from '#libs/kernel';
import { Person } from '#libs/people';
import { type DataSource, In } from 'typeorm';
import { ConsentReceipt } from '../consent/consent-receipt.entity.js';
import { Correction } from '../correction/correction.entity.js';
import type { Appearance } from '../episode/appearance.entity.js';
import { loadCopy } from '../episode/copy-tree.js';
import type { EpisodeCopy } from '../episode/episode-copy.entity.js';
import { loadEpisode, loadWorking } from '../episode/episode-rows.js';
import type { Episode } from '../episode/episode.entity.js';
import { PeopleQuery } from '../guest/people.query.js';
import type { EmployerLeak } from './employer-leaks.plan.js';
import { readLeaks } from './employer-leaks.query.js';
import { GuestLinkEvent } from './guest-link-event.entity.js';
import { type GuestStage, guestStage } from './guest-life.state.js';
import { GuestLink } from './guest-link.entity.js';
import { requireSeeGuestLinks } from './guest-link.policy.js';
import { findMissing, type Missing } from './missing.plan.js';

/** How many of a guest's quotes and clips have a yes, of those that were chosen. */
export interface Agreed {
  approved: number;
  total: number;
}

/** One appearance on the board of an episode (`ux` 4.8). */
export interface BoardGuest {
  person: Person;
  appearance: Appearance;
  /** Null: there is no link, and so no state. */
  link: GuestLink | null;
  stage: GuestStage | null;
  missing: Missing[];
  /** Where an employer that is not to be named can still be read, in what is released and in what comes next. */
  leaks: EmployerLeak[];
  quotes: Agreed;
  clips: Agreed;
  /** Newest first, as are the following. */
  corrections: Correction[];
  receipts: ConsentReceipt[];
  events: GuestLinkEvent[];
  lookalikes: { id: string; name: string }[];
}

/** Everybody in the working copy of an episode, with what they said, agreed to and asked for. */
export class GuestBoardQuery {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async ofEpisode(actor: Actor, showId: string, episodeId: string): Promise<BoardGuest[]> {
    requireSeeGuestLinks(actor, showId);
    const episode = await loadEpisode(this.db, showId, episodeId);
    const working = await loadWorking(this.db, episodeId);
    const released = await loadCopy(this.db, episodeId, 'released');
    const ids = [...new Set(working.appearances.map(({ personId }) => personId))];
    if (ids.length === 0) return [];
    const relations = { texts: true, affiliations: true };
    const persons = await this.db.getRepository(Person).find({ where: { id: In(ids) }, relations });
    const links = await this.db.getRepository(GuestLink).findBy({ episodeId, personId: In(ids) });
    const lookalikes = await new PeopleQuery(this.db, this.clock).lookalikesOf(ids);
    const board: BoardGuest[] = [];
    for (const appearance of working.appearances) {
      const person = persons.find(({ id }) => id === appearance.personId)!;
      const link = links.find(({ personId }) => personId === person.id) ?? null;
      const said = { person, appearance, link: link ?? undefined, languages };
      board.push({
        ...{ person, appearance, link },
        stage: link && guestStage(link, episode, this.clock.now()),
        missing: findMissing(said),
        leaks: await this.readAllLeaks(person, appearance, released ? [working, released] : [working]),
        ...(await this.readAgreed(episode, person.id)),
        ...(await this.readStory(link)),
        lookalikes: lookalikes.get(person.id) ?? [],
      });
    }
    return board;
  }

  private async readAllLeaks(
    person: Person,
    { id }: Appearance,
    copies: readonly EpisodeCopy[],
  ): Promise<EmployerLeak[]> {
    const found = new Map<string, EmployerLeak>();
    for (const copy of copies) {
      const theirs = copy.appearances.filter((each) => each.id === id || each.personId === person.id);
      for (const each of theirs) {
        for (const leak of await readLeaks(this.db, copy, each, person)) found.set(`${leak.field} ${leak.lang}`, leak);
      }
    }
    return [...found.values()];
  }

  private async readAgreed({ id }: Episode, personId: string): Promise<Pick<BoardGuest, 'quotes' | 'clips'>> {
    const count = (table: string, whose: string) =>
      this.db.query<Agreed[]>(
        `select count(*)::int as total, (count(*) filter (where state = 'approved'))::int as approved
         from ${table} where episode_id = $1 and ${whose} and state <> 'proposed'`,
        [id, personId],
      );
    const [quotes] = await count('quotes', 'person_id = $2');
    const [clips] = await count('clips', '$2 = any(person_ids)');
    return { quotes: quotes!, clips: clips! };
  }

  private async readStory(link: GuestLink | null): Promise<Pick<BoardGuest, 'corrections' | 'receipts' | 'events'>> {
    if (!link) return { corrections: [], receipts: [], events: [] };
    const where = { linkId: link.id };
    return {
      corrections: await this.db.getRepository(Correction).find({ where, order: { askedAt: 'DESC' }, take: 50 }),
      receipts: await this.db
        .getRepository(ConsentReceipt)
        .find({ where, order: { at: 'DESC', id: 'DESC' }, take: 20 }),
      events: await this.db.getRepository(GuestLinkEvent).find({ where, order: { at: 'DESC', id: 'DESC' }, take: 50 }),
    };
  }
}
