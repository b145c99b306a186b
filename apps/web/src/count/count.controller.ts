import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ShareRecorder } from '#libs/stats';
import { isOwnOrigin } from '../http/own-origin.js';
import { GuessLimit } from '../secret/guess-limit.js';
import { WEB_DEPS, type WebDeps } from '../web.deps.js';
import { readCount } from './count.form.js';

/** A page sends two of them; a household reads a few pages. */
const countsAnHour = 240;

/**
 * `POST /s/count`, `via=…&kind=play|share`: what a page noticed, sent as a beacon. It answers 204 and nothing else,
 * sets no cookie and keeps no address (`ux:K-13`). Visits are counted by the pages themselves.
 */
@Controller()
export class CountController {
  private readonly limit: GuessLimit;

  constructor(
    @Inject(WEB_DEPS) private readonly deps: WebDeps,
    private readonly shares: ShareRecorder,
  ) {
    this.limit = new GuessLimit(deps.clock, countsAnHour, 3_600_000);
  }

  @Post('/s/count')
  async count(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Body() body: unknown): Promise<void> {
    reply.headers({ 'cache-control': 'no-store' });
    const counted = readCount(body);
    if (!isOwnOrigin(request.headers, this.deps.config.publicUrl)) return reply.code(403).send();
    if (!counted) return reply.code(400).send();
    if (this.limit.waitOf(request.ip) > 0) return reply.code(429).send();
    this.limit.count(request.ip);
    this.shares.count({ ...counted, ip: request.ip, userAgent: request.headers['user-agent'] });
    return reply.code(204).send();
  }
}
