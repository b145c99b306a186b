import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptedLanguage } from '#libs/kernel';
import { ShortLinkQuery } from '#libs/sharing';
import { sendPlain } from '../media/send-plain.js';
import { PageServer } from '../page/page-server.js';
import { GuessLimit } from '../secret/guess-limit.js';
import { WEB_DEPS, type WebDeps } from '../web.deps.js';

/** So many codes that nobody has are slips of the finger; more look for pages that are reached by their link only. */
const wrongCodes = { most: 30, windowMs: 600_000 };

/** `/s/{code}`: to the page of an episode, in the language of whose link it is, else in the reader's (`ux` 5.1). */
@Controller()
export class ShortController {
  private readonly guesses: GuessLimit;
  /** Codes that led somewhere lately: a hall full of people behind one address may go on reading them off a slide. */
  private readonly known = new Set<string>();

  constructor(
    private readonly pages: PageServer,
    private readonly shorts: ShortLinkQuery,
    @Inject(WEB_DEPS) { clock }: WebDeps,
  ) {
    this.guesses = new GuessLimit(clock, wrongCodes.most, wrongCodes.windowMs);
  }

  @Get('/s/:code')
  async short(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('code') code: string): Promise<void> {
    const lang = acceptedLanguage(request.headers['accept-language'], 'en');
    const wait = this.known.has(code) ? 0 : this.guesses.waitOf(request.ip);
    if (wait > 0) {
      return sendPlain(
        reply.header('retry-after', String(wait)),
        429,
        'Too many addresses that lead nowhere; wait a while.',
      );
    }
    const to = /^[2-9a-z]{4,6}$/.test(code) ? await this.shorts.find(code, lang) : undefined;
    this.known.delete(code);
    if (!to) {
      this.guesses.count(request.ip);
      return this.pages.sendProblem(request, reply, 'notFound');
    }
    if (this.known.add(code).size > 1_000) this.known.delete(this.known.keys().next().value!);
    // A title may change, and its address with it: nobody keeps where this leads.
    await reply.code(302).headers({ location: to, 'cache-control': 'no-store', vary: 'Accept-Language' }).send();
  }
}
