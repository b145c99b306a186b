import { type Addresses, Episode, EpisodePreviewQuery, EpisodeQuery, GuestLink } from '#libs/catalog';
import { type Clock, type Language, system, toLanguage } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { kitAddress } from '../life/kit-address.plan.js';
import { ShortCodesService } from './short-codes.service.js';

/** Where short addresses lead now. */
export class ShortLinkQuery {
  private readonly codes: ShortCodesService;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly addresses: Addresses,
  ) {
    this.codes = new ShortCodesService(db);
  }

  /**
   * The page of what a code stands for, absolute; a guest's code carries the guest's `via` and language, another one
   * leads to the reader's. Undefined: nobody has the code, or its episode is not to be seen (yet).
   */
  async find(code: string, reader: Language): Promise<string | undefined> {
    const known = await this.codes.resolve(code);
    if (!known) return undefined;
    const episode = await this.findEpisode(known.episodeId);
    const link = known.linkId ? await this.db.getRepository(GuestLink).findOneBy({ id: known.linkId }) : null;
    if (!episode) return undefined;
    const counted = link ?? { countsVia: false, via: '' };
    return kitAddress(this.addresses, { episode, link: counted }, link ? toLanguage(link.locale) : reader);
  }

  private async findEpisode(id: string) {
    const row = await this.db.getRepository(Episode).findOneBy({ id });
    if (!row || row.deletedAt || row.purgedAt) return undefined;
    if (row.state === 'published') return new EpisodeQuery(this.db, this.clock).byId(id);
    if (!row.isAnnounced || row.state === 'withdrawn') return undefined;
    return (await new EpisodePreviewQuery(this.db, this.clock).get(system, row.showId, id)).working;
  }
}
