import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HomeQuery } from '#libs/catalog';
import { acceptedLanguage, type Language, toLanguage } from '#libs/kernel';
import { PublicFeedsQuery } from '#libs/feeds';
import { homePage } from '#libs/pages';
import { CardQuery, noItem } from '#libs/sharing';
import { toFeedLinks } from './more-feeds.js';
import { PageServer } from '../page/page-server.js';
import { ShowPages } from '../show/show-pages.js';

/**
 * `/` offers a language by redirect, without a cookie; `/{lang}` is the home: of the instance, or, on a show's own host,
 * of the show.
 */
@Controller()
export class HomeController {
  constructor(
    private readonly pages: PageServer,
    private readonly shows: ShowPages,
    private readonly home: HomeQuery,
    private readonly feeds: PublicFeedsQuery,
    private readonly cards: CardQuery,
  ) {}

  @Get('/')
  async chooseLanguage(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { host, firstLanguage = 'en' } = this.pages.siteAt(request);
    const first = host ? toLanguage(host.language) : firstLanguage;
    const lang = acceptedLanguage(request.headers['accept-language'], first);
    const headers = { location: `/${lang}`, vary: 'Accept-Language', 'cache-control': 'public, max-age=0' };
    await reply.code(302).headers(headers).send();
  }

  @Get('/en')
  english(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.show(request, reply, 'en');
  }

  @Get('/fr')
  french(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.show(request, reply, 'fr');
  }

  private show(request: FastifyRequest, reply: FastifyReply, lang: Language): Promise<void> {
    const { host } = this.pages.siteAt(request);
    if (host) return this.shows.send(request, reply, lang, host.slug);
    return this.pages.send(request, reply, lang, `home ${lang}`, async () => {
      const { site } = this.pages;
      const reader = { lang, region: site.regions[lang], origin: site.addresses.origin };
      const feeds = toFeedLinks(await this.feeds.more(), reader);
      const card = await this.cards.of('site', noItem, lang);
      return { page: homePage(site, lang, { ...(await this.home.home()), card }, feeds) };
    });
  }
}
