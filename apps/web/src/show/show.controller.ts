import { Controller, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EpisodeQuery, EventQuery, ShowQuery } from '#libs/catalog';
import type { Language } from '#libs/kernel';
import { showPage } from '#libs/pages';
import { Lang, PageAt } from '../page/lang.decorator.js';
import { type Outcome, PageServer } from '../page/page-server.js';

/** `/{lang}/{show}`, with `?page=` from the second on. */
@Controller()
export class ShowController {
  constructor(
    private readonly pages: PageServer,
    private readonly shows: ShowQuery,
    private readonly episodes: EpisodeQuery,
    private readonly events: EventQuery,
  ) {}

  @PageAt(':show')
  show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Lang() lang: Language,
    @Param('show') slug: string,
    @Query('page') asked: string | undefined,
  ): Promise<void> {
    const page = toPageNumber(asked);
    if (page === undefined) return this.pages.sendProblem(request, reply, 'notFound', lang);
    return this.pages.send(request, reply, lang, `show ${lang} ${slug} ${page}`, () => this.find(lang, slug, page));
  }

  private async find(lang: Language, slug: string, number: number): Promise<Outcome> {
    const found = await this.shows.bySlug(slug);
    if (found.kind !== 'found') return { problem: found.kind === 'gone' ? 'gone' : 'notFound' };
    const show = found.view;
    const [{ items, page, pages }, events] = await Promise.all([
      this.episodes.ofShow(show.id, number),
      this.events.ofShow(show.id),
    ]);
    if (number > pages) return { problem: 'notFound' };
    return { page: showPage(this.pages.site, lang, { show, episodes: items, page, pages, events }) };
  }
}

/** The page asked for, from 1; undefined for what is no page number. */
function toPageNumber(asked: string | undefined): number | undefined {
  if (asked === undefined) return 1;
  return typeof asked === 'string' && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : undefined;
}
