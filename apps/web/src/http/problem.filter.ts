import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryFailedError } from 'typeorm';
import type { Log } from '#libs/config';
import { EstradeError } from '#libs/kernel';
import { sendPlain } from '../media/send-plain.js';
import type { PageServer } from '../page/page-server.js';

/** Whatever goes wrong becomes a page for people, one sentence for programs, and never a stack for either. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly pages: PageServer,
    private readonly log: Log,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const status = statusOf(error);
    if (status >= 500) this.log.error({ requestId: request.id, err: error }, 'a page failed');
    if (reply.sent) return;
    const path = request.url.split('?', 1)[0]!;
    if (/^\/[mf]\/|\.(xml|json|txt|ico|png|webmanifest)$/.test(path)) {
      return sendPlain(reply, status, status >= 500 ? 'Something failed on our side.' : 'There is nothing here.');
    }
    return this.pages.sendProblem(request, reply, status === 410 ? 'gone' : status >= 500 ? 'error' : 'notFound');
  }
}

function statusOf(error: unknown): number {
  if (error instanceof EstradeError) return error.status;
  if (error instanceof HttpException) return error.getStatus();
  // A value that the database cannot hold (a NUL in the address) names nothing that exists.
  if (error instanceof QueryFailedError && String((error.driverError as { code?: unknown }).code).startsWith('22')) {
    return 404;
  }
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 600 ? statusCode : 500;
}
