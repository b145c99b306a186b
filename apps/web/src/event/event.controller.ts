import { Controller, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EpisodeQuery, EventQuery, ShowQuery } from '#libs/catalog';
import type { Language } from '#libs/kernel';
import { eventPage } from '#libs/pages';
import { CardQuery } from '#libs/sharing';
import { Lang, PageAt } from '../page/lang.decorator.js';
import { type Outcome, PageServer } from '../page/page-server.js';

/** `/{lang}/e/{event}`. */
@Controller()
export class EventController {
  constructor(
    private readonly pages: PageServer,
    private readonly events: EventQuery,
    private readonly shows: ShowQuery,
    private readonly episodes: EpisodeQuery,
    private readonly cards: CardQuery,
  ) {}

  @PageAt('e/:event')
  event(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Lang() lang: Language,
    @Param('event') slug: string,
  ): Promise<void> {
    return this.pages.send(request, reply, lang, `event ${lang} ${slug}`, () => this.find(lang, slug));
  }

  private async find(lang: Language, slug: string): Promise<Outcome> {
    const found = await this.events.bySlug(slug);
    if (found.kind !== 'found') return { problem: found.kind === 'gone' ? 'gone' : 'notFound' };
    const event = found.view;
    const [show, talks, card] = await Promise.all([
      this.shows.byId(event.showId),
      this.episodes.allOfEvent(event.id),
      this.cards.of('event', event.id, lang),
    ]);
    if (!show) return { problem: 'gone' };
    return { page: eventPage(this.pages.siteOfEvent(slug), lang, { event, show, talks, card }) };
  }
}
