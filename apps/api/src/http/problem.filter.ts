import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Log, shorten } from '#libs/config';
import { TooMany, acceptedLanguage } from '#libs/kernel';
import { type Region, toRegion } from '#libs/messages';
import { type Problem, toProblem } from './problem.js';
import type { ApiRequest } from './request.js';

/** Turns every error into one problem+json; what is our fault is logged with its stack, which never leaves the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<ApiRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const region = request.region ?? regionOf(request);
    const problem = toProblem(error, region, request.id);
    if (problem.status >= 500) this.log.error({ requestId: request.id, error: describe(error) }, 'a request failed');
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    if (error instanceof TooMany) reply.header('retry-after', String(error.retryAfterSeconds));
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="Estrade"');
    send(reply, problem);
  }
}

/** The same answer for what the router refuses before any filter, such as an address with a broken escape. */
export function answerRouterError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  send(reply, toProblem(error, regionOf(request), request.id));
}

function send(reply: FastifyReply, problem: Problem): void {
  reply.status(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

const regionOf = (request: FastifyRequest): Region =>
  toRegion(acceptedLanguage(request.headers['accept-language'], 'en'));

/** What the log keeps of an error: no parameters of queries, which may hold what a user typed. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: shorten(String(error)) };
  const code = (error as { code?: unknown }).code;
  return {
    type: error.name,
    message: shorten(error.message, 500),
    stack: error.stack?.slice(0, 4000),
    ...(code ? { code } : {}),
  };
}
