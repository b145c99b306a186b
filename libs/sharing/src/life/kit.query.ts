import {
  type Addresses,
  type AppearanceView,
  type ClipView,
  Episode,
  EpisodePreviewQuery,
  type EpisodeView,
  EventQuery,
  type EventView,
  GuestLink,
  HighlightsQuery,
  type QuoteView,
  ShowQuery,
  type ShowView,
} from '#libs/catalog';
import { type Clock, type Language, pickText, system, toLanguage } from '#libs/kernel';
import { Person } from '#libs/people';
import type { DataSource } from 'typeorm';
import { ShortCodesService } from '../link/short-codes.service.js';
import { GuestKit } from './guest-kit.entity.js';

/** Everything that one guest's kit is made of, as it is now. */
export interface KitView {
  link: GuestLink;
  kit: Pick<GuestKit, 'lettersOff' | 'remindOn' | 'texts'>;
  personName: string;
  /** What listeners get; before the release what they will get, with the address that it will have. */
  episode: EpisodeView;
  show: ShowView;
  event: EventView | undefined;
  appearance: AppearanceView | undefined;
  isReleased: boolean;
  /** Whether the address answers now: it is released, or announced before that (`ux:K-15`). */
  isReachable: boolean;
  /** Of what is released: when it was; of what is planned: when it will be; null: nobody knows yet. */
  releaseAt: Date | null;
  /** Of this guest, for the kit's texts, the strongest first. */
  quotes: QuoteView[];
  /** In which this guest is heard, for the kit. */
  clips: ClipView[];
  shortCode: string;
}

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

/** The episode's page in a language, under the segment of a text that exists; with the guest's `via` where it counts. */
export function kitAddress(
  addresses: Addresses,
  { episode, link }: { episode: EpisodeView; link: Pick<GuestLink, 'countsVia' | 'via'> },
  lang: Language,
  atMs?: number,
): string {
  const slug = pickText(episode.texts, lang, toLanguage(episode.showLanguage))?.slug ?? episode.id;
  const page = episode.event
    ? addresses.talk(lang, episode.event.slug, slug)
    : addresses.episode(lang, episode.showSlug, slug);
  const query = [
    ...(link.countsVia ? [`via=${link.via}`] : []),
    ...(atMs ? [`t=${Math.floor(atMs / 1000)}`] : []),
  ].join('&');
  return query ? `${page}?${query}` : page;
}
