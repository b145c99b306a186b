import { Episode, EpisodePreviewQuery, EventQuery, GuestLink, HighlightsQuery, ShowQuery } from '#libs/catalog';
import { type Clock, system } from '#libs/kernel';
import { Person } from '#libs/people';
import type { DataSource } from 'typeorm';
import { ShortCodesService } from '../link/short-codes.service.js';
import { GuestKit } from './guest-kit.entity.js';
import type { KitView } from './kit.view.js';

/** Reads kits. The working copy is read before the release only: afterwards a kit says what pages say. */
export class KitQuery {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async ofLink(link: GuestLink): Promise<KitView | undefined> {
    const row = await this.db.getRepository(Episode).findOneBy({ id: link.episodeId });
    if (!row || row.deletedAt || row.purgedAt) return undefined;
    const preview = await new EpisodePreviewQuery(this.db, this.clock).get(system, row.showId, row.id);
    const episode = preview.released ?? preview.working;
    const [show, event, person, kit, shortCode] = await Promise.all([
      new ShowQuery(this.db, this.clock).byId(row.showId),
      episode.event ? new EventQuery(this.db).byId(episode.event.id) : undefined,
      this.db.getRepository(Person).findOneBy({ id: link.personId }),
      this.db.getRepository(GuestKit).findOneBy({ linkId: link.id }),
      new ShortCodesService(this.db).ensure(row.id, link.id),
    ]);
    if (!show || !person) return undefined;
    const found = await new HighlightsQuery(this.db).ofEpisode(row.id, preview.released ? 'released' : 'working');
    const isReleased = preview.released !== null && episode.publishedAt !== null;
    return {
      ...{ link, episode, show, event, isReleased, shortCode },
      kit: kit ?? { lettersOff: [], remindOn: null, texts: [] },
      personName: person.name,
      appearance: episode.appearances.find((each) => each.person.id === link.personId),
      isReachable: isReleased || row.isAnnounced,
      releaseAt: isReleased ? episode.publishedAt : row.state === 'withdrawn' ? null : row.scheduledAt,
      quotes: found.quotes.filter((quote) => quote.personId === link.personId && quote.uses.text),
      clips: found.clips.filter((clip) => clip.personIds.includes(link.personId) && clip.uses.kit),
    };
  }

  async byId(linkId: string): Promise<KitView | undefined> {
    const link = await this.db.getRepository(GuestLink).findOneBy({ id: linkId });
    return link ? this.ofLink(link) : undefined;
  }
}
