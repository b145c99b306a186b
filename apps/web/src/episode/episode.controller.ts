import { Controller, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  EpisodeQuery,
  type EpisodeView,
  EventQuery,
  type EventView,
  type ParentSlug,
  ShowQuery,
  TranscriptQuery,
} from '#libs/catalog';
import type { Language } from '#libs/kernel';
import { chooseTranscript, episodePage } from '#libs/pages';
import { Lang, PageAt } from '../page/lang.decorator.js';
import { type AskedMoment, keyOf, readMoment, toStart } from './asked-moment.js';
import { type Outcome, PageServer } from '../page/page-server.js';

/** How many others are shown below an episode. */
const others = 4;

/** `/{lang}/{show}/{slug}` and, for a talk, `/{lang}/e/{event}/{slug}`. Old slugs answer 301 to the current one. */
@Controller()
export class EpisodeController {
  constructor(
    private readonly pages: PageServer,
    private readonly episodes: EpisodeQuery,
    private readonly shows: ShowQuery,
    private readonly events: EventQuery,
    private readonly transcripts: TranscriptQuery,
  ) {}

  @PageAt('e/:event/:slug')
  talk(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Lang() lang: Language,
    @Param('event') event: string,
    @Param('slug') slug: string,
  ): Promise<void> {
    const moment = readMoment(request.query);
    const key = `talk ${lang} ${event} ${slug}${keyOf(moment)}`;
    return this.pages.send(request, reply, lang, key, () => this.find(lang, { event }, slug, moment), !moment);
  }

  @PageAt(':show/:slug')
  episode(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Lang() lang: Language,
    @Param('show') show: string,
    @Param('slug') slug: string,
  ): Promise<void> {
    const moment = readMoment(request.query);
    const key = `episode ${lang} ${show} ${slug}${keyOf(moment)}`;
    return this.pages.send(request, reply, lang, key, () => this.find(lang, { show }, slug, moment), !moment);
  }

  private async find(lang: Language, parent: ParentSlug, slug: string, moment?: AskedMoment): Promise<Outcome> {
    const found = await this.episodes.byAddress(parent, lang, slug);
    const { addresses } = this.pages.site;
    switch (found.kind) {
      case 'found':
        return this.toPage(lang, found.view, moment);
      case 'moved':
        return {
          moved: addresses.path(
            found.eventSlug
              ? addresses.talk(lang, found.eventSlug, found.slug)
              : addresses.episode(lang, found.showSlug, found.slug),
          ),
        };
      case 'missing':
        return { problem: 'notFound' };
      default:
        return { problem: found.kind };
    }
  }

  private async toPage(lang: Language, episode: EpisodeView, moment?: AskedMoment): Promise<Outcome> {
    const { lang: textLang } = chooseTranscript(episode.transcripts, lang, episode.language) ?? {};
    const [show, event, transcript] = await Promise.all([
      this.shows.byId(episode.showId),
      episode.event ? this.events.byId(episode.event.id) : undefined,
      textLang ? this.transcripts.released(episode.id, textLang) : undefined,
    ]);
    if (!show) return { problem: 'gone' };
    const more = await this.neighbours(episode, event);
    const asked = moment && toStart(moment, episode);
    return { page: episodePage(this.pages.site, lang, { episode, show, event, more, transcript, ...asked }) };
  }

  private async neighbours(episode: EpisodeView, event: EventView | undefined): Promise<EpisodeView[]> {
    const all = event
      ? await this.episodes.allOfEvent(event.id)
      : (await this.episodes.ofShow(episode.showId, 1, others + 1)).items;
    return all.filter((other) => other.id !== episode.id).slice(0, others);
  }
}
