import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '#libs/kernel';
import { hasSiteText, offlinePage, type SiteTextKind, siteTextPage } from '#libs/pages';
import { Lang, PageAt } from '../page/lang.decorator.js';
import { PageServer } from '../page/page-server.js';

/** What the operator says (`/{lang}/legal`, `privacy`, `contact`), and the page for when there is no connection. */
@Controller()
export class SiteTextController {
  constructor(private readonly pages: PageServer) {}

  @PageAt('legal')
  legal(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Lang() lang: Language): Promise<void> {
    return this.send(request, reply, lang, 'legal');
  }

  @PageAt('privacy')
  privacy(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Lang() lang: Language): Promise<void> {
    return this.send(request, reply, lang, 'privacy');
  }

  @PageAt('contact')
  contact(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Lang() lang: Language): Promise<void> {
    return this.send(request, reply, lang, 'contact');
  }

  @PageAt('offline')
  offline(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Lang() lang: Language): Promise<void> {
    const site = this.pages.siteAt(request);
    const key = `offline ${lang} ${site.host?.slug ?? ''}`;
    return this.pages.send(request, reply, lang, key, async () => ({ page: offlinePage(site, lang) }));
  }

  private send(request: FastifyRequest, reply: FastifyReply, lang: Language, kind: SiteTextKind): Promise<void> {
    return this.pages.send(request, reply, lang, `text ${kind} ${lang}`, async () => {
      const { site } = this.pages;
      return hasSiteText(site, kind) ? { page: siteTextPage(site, lang, kind) } : { problem: 'notFound' };
    });
  }
}
