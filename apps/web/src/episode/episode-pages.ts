import {
  EpisodeQuery,
  type EpisodeView,
  EventQuery,
  NowQuery,
  PartsQuery,
  RelatedQuery,
  ShowQuery,
  type ShowView,
  TranscriptQuery,
} from '#libs/catalog';
import type { Language } from '#libs/kernel';
import { chooseTranscript, episodePage, neighboursOf, type Site, teaserPage } from '#libs/pages';
import { CardQuery } from '#libs/sharing';
import type { Outcome } from '../page/page-server.js';
import type { SharedParts } from '../page/shared-parts.js';
import type { WebDeps } from '../web.deps.js';
import { AnnouncedClips } from './announced-clips.js';
import { type AskedMoment, toStart } from './asked-moment.js';

/** Gathers what the page of an episode or talk says, after its release and before. */
export class EpisodePages {
  private readonly episodes: EpisodeQuery;
  private readonly shows: ShowQuery;
  private readonly events: EventQuery;
  private readonly transcripts: TranscriptQuery;
  private readonly related: RelatedQuery;
  private readonly parts: PartsQuery;
  private readonly now: NowQuery;
  private readonly cards: CardQuery;
  private readonly clips: AnnouncedClips;

  constructor(
    { dataSource, clock, addresses }: Pick<WebDeps, 'dataSource' | 'clock' | 'addresses'>,
    private readonly shared: SharedParts,
  ) {
    this.episodes = new EpisodeQuery(dataSource, clock);
    this.shows = new ShowQuery(dataSource, clock);
    this.events = new EventQuery(dataSource);
    this.transcripts = new TranscriptQuery(dataSource);
    this.related = new RelatedQuery(dataSource, clock, (key, read) => shared.get(key, read));
    this.parts = new PartsQuery(dataSource, clock);
    this.now = new NowQuery(dataSource, clock);
    this.cards = new CardQuery(dataSource, clock, addresses);
    this.clips = new AnnouncedClips({ dataSource, clock, addresses });
  }

  /** @param isPlanned its release is due and about to be written. */
  async released(
    site: Site,
    lang: Language,
    episode: EpisodeView,
    { moment, isPlanned }: { moment?: AskedMoment; isPlanned: boolean },
  ): Promise<Outcome> {
    const { lang: textLang } = chooseTranscript(episode.transcripts, lang, episode.language) ?? {};
    const asked = moment && toStart(moment, episode);
    const [show, event, transcript, related, { parts, changesAt }, now, releases, talks, card] = await Promise.all([
      this.showOf(episode),
      episode.event ? this.events.byId(episode.event.id) : undefined,
      textLang ? this.transcripts.released(episode.id, textLang, isPlanned) : undefined,
      this.related.of(episode, lang),
      this.parts.of(episode),
      this.now.of(peopleOf(episode)),
      // The first sound of a recording has replaced none.
      (episode.enclosure?.revisionNumber ?? 0) > 1 ? this.episodes.releases(episode.id) : [],
      episode.event && episode.programmeAt ? this.episodes.allOfEvent(episode.event.id) : [],
      this.cardOf(episode, lang, asked),
    ]);
    if (!show) return { problem: 'gone' };
    const neighbours = neighboursOf(episode, talks);
    const around = { related, parts, neighbours, now, releases, transcript };
    return { page: episodePage(site, lang, { episode, show, event, card, ...around, ...asked }), until: changesAt };
  }

  private showOf({ showId }: EpisodeView): Promise<ShowView | undefined> {
    return this.shared.get(`show ${showId}`, () => this.shows.byId(showId));
  }

  /** A link to where it gets good shows that on its card. */
  private async cardOf(episode: EpisodeView, lang: Language, asked: ReturnType<typeof toStart> | undefined) {
    const isStart =
      episode.startHereMs !== null && Math.floor(asked?.startAt ?? -1) === Math.floor(episode.startHereMs / 1000);
    const start = isStart ? await this.cards.of('episode', episode.id, lang, 'card-start') : undefined;
    return start ?? this.cards.of('episode', episode.id, lang);
  }

  /** Its page while it is out for subscribers only: what was announced of it, and when it opens to everybody. */
  async forSubscribers(site: Site, lang: Language, episode: EpisodeView, opensAt: Date): Promise<Outcome> {
    const [show, event, now] = await Promise.all([
      this.showOf(episode),
      episode.event ? this.events.byId(episode.event.id) : undefined,
      this.now.of(peopleOf(episode)),
    ]);
    if (!show) return { problem: 'gone' };
    const view = { episode, show, event, releaseAt: opensAt, now, isForSubscribers: true };
    return { page: teaserPage(site, lang, view), until: opensAt };
  }

  /** Its page before the release. */
  async announced(site: Site, lang: Language, episode: EpisodeView, releaseAt: Date | null): Promise<Outcome> {
    const [show, event, now, card, clip] = await Promise.all([
      this.showOf(episode),
      episode.event ? this.events.byId(episode.event.id) : undefined,
      this.now.of(peopleOf(episode)),
      this.cards.of('episode', episode.id, lang),
      this.clips.of(episode.id, lang),
    ]);
    if (!show) return { problem: 'gone' };
    return { page: teaserPage(site, lang, { episode, show, event, releaseAt, now, card, clip }), until: releaseAt };
  }
}

function peopleOf({ appearances }: EpisodeView): string[] {
  return appearances.map(({ person }) => person.id);
}
