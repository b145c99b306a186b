import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Readiness } from './readiness.js';

/** For whoever runs the instance: alive, and ready. Neither says more than that. */
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process answers; the database is not asked. */
  @Get('/healthz')
  async alive(@Res() reply: FastifyReply): Promise<void> {
    await reply.headers(plain).send('ok\n');
  }

  /** Database, storage and schema are as they must be, and nobody is stopping the app. */
  @Get('/readyz')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const isReady = await this.readiness.isReady();
    await reply
      .code(isReady ? 200 : 503)
      .headers(plain)
      .send(isReady ? 'ok\n' : 'not ready\n');
  }
}

const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
