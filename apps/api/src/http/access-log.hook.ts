import type { FastifyInstance } from 'fastify';
import { type Log, shorten } from '#libs/config';

/**
 * One line per request: method, route pattern (an unknown path shortened, never its query), status, time and whose
 * account. No network address, no cookie, no header of the client's (`abuse:A44`).
 */
export function logRequests(instance: FastifyInstance, log: Log): void {
  instance.addHook('onResponse', (request, reply, done) => {
    const path = request.routeOptions.url ?? shorten(request.url.split('?')[0]!, 120);
    const line = {
      requestId: request.id,
      method: shorten(request.method, 20),
      path,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      ...(request.identity && { userId: request.identity.user.id }),
    };
    if (reply.statusCode >= 500) log.error(line, 'answered');
    else log.info(line, 'answered');
    done();
  });
}
