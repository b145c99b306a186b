import { Controller, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GuestQuery } from '#libs/catalog';
import type { Language } from '#libs/kernel';
import { guestPage } from '#libs/pages';
import { CardQuery } from '#libs/sharing';
import { Lang, PageAt } from '../page/lang.decorator.js';
import { PageServer } from '../page/page-server.js';

/** `/{lang}/g/{person}`: only people with at least one released appearance have a page. */
@Controller()
export class GuestController {
  constructor(
    private readonly pages: PageServer,
    private readonly guests: GuestQuery,
    private readonly cards: CardQuery,
  ) {}

  @PageAt('g/:person')
  guest(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Lang() lang: Language,
    @Param('person') slug: string,
  ): Promise<void> {
    return this.pages.send(request, reply, lang, `guest ${lang} ${slug}`, async () => {
      const found = await this.guests.byAddress(slug);
      // Only where the person agreed that an old name leads on.
      if (found.kind === 'moved') {
        const { addresses } = this.pages.site;
        return { moved: addresses.path(addresses.guest(lang, found.slug)) };
      }
      if (found.kind === 'missing') return { problem: 'notFound' };
      const { guest } = found;
      const card = await this.cards.of('person', guest.id, lang);
      return { page: guestPage(this.pages.site, lang, { ...guest, card }) };
    });
  }
}
