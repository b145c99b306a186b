import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ShowQuery } from '#libs/catalog';
import { acceptedLanguage, type Language, toLanguage } from '#libs/kernel';
import { followPage } from '#libs/pages';
import { CardQuery } from '#libs/sharing';
import { Lang, PageAt } from '../page/lang.decorator.js';
import { PageServer } from '../page/page-server.js';

/** `/{lang}/{show}/follow`: every way to follow; `/{show}/follow`, to print on slides, leads to the reader's language. */
@Controller()
export class FollowPageController {
  constructor(
    private readonly pages: PageServer,
    private readonly shows: ShowQuery,
    private readonly cards: CardQuery,
  ) {}

  @PageAt(':show/follow')
  follow(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Lang() lang: Language,
    @Param('show') slug: string,
  ): Promise<void> {
    return this.pages.send(request, reply, lang, `follow ${lang} ${slug}`, async () => {
      const found = await this.shows.bySlug(slug);
      if (found.kind !== 'found') return { problem: found.kind === 'gone' ? 'gone' : 'notFound' };
      const card = await this.cards.of('show', found.view.id, lang);
      return { page: followPage(this.pages.siteOf(slug), lang, { show: found.view, card }) };
    });
  }

  @Get('/:show/follow')
  async short(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('show') slug: string): Promise<void> {
    const found = await this.shows.bySlug(slug);
    if (found.kind !== 'found') {
      return this.pages.sendProblem(request, reply, found.kind === 'gone' ? 'gone' : 'notFound');
    }
    const lang = acceptedLanguage(request.headers['accept-language'], toLanguage(found.view.language));
    const { addresses } = this.pages.siteOf(slug);
    const location = addresses.path(addresses.followPage(lang, slug));
    await reply.code(302).headers({ location, vary: 'Accept-Language', 'cache-control': 'public, max-age=0' }).send();
  }
}
