import { Controller, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '#libs/kernel';
import { Lang, PageAt } from '../page/lang.decorator.js';
import { ShowPages } from './show-pages.js';

/** `/{lang}/{show}`, with `?page=` from the second on, `?season=` and `?series=` for a part of it. */
@Controller()
export class ShowController {
  constructor(private readonly shows: ShowPages) {}

  @PageAt(':show')
  show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Lang() lang: Language,
    @Param('show') slug: string,
  ): Promise<void> {
    return this.shows.send(request, reply, lang, slug);
  }
}
