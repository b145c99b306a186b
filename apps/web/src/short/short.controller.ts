import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptedLanguage } from '#libs/kernel';
import { ShortLinkQuery } from '#libs/sharing';
import { PageServer } from '../page/page-server.js';

/** `/s/{code}`: to the page of an episode, in the language of whose link it is, else in the reader's (`ux` 5.1). */
@Controller()
export class ShortController {
  constructor(
    private readonly pages: PageServer,
    private readonly shorts: ShortLinkQuery,
  ) {}

  @Get('/s/:code')
  async short(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('code') code: string): Promise<void> {
    const lang = acceptedLanguage(request.headers['accept-language'], 'en');
    const to = /^[2-9a-z]{4,6}$/.test(code) ? await this.shorts.find(code, lang) : undefined;
    if (!to) return this.pages.sendProblem(request, reply, 'notFound');
    // A title may change, and its address with it: nobody keeps where this leads.
    await reply.code(302).headers({ location: to, 'cache-control': 'no-store', vary: 'Accept-Language' }).send();
  }
}
