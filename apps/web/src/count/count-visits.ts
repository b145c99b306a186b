import type { FastifyInstance } from 'fastify';
import type { ShareRecorder } from '#libs/stats';

/**
 * Counts who read a page at an address with a guest's `?via=`, after the answer was sent: whatever is wrong with it
 * changes nothing of the page (`ux:K-13`). What a browser or a mail program fetches ahead is no visit.
 */
export function countVisits(instance: FastifyInstance, shares: ShareRecorder): void {
  instance.addHook('onResponse', (request, reply, done) => {
    const { via } = request.query as { via?: unknown };
    if (via !== undefined && isRead(request.method, reply.statusCode, reply.getHeader('content-type'))) {
      const { headers, ip } = request;
      const isAhead = /prefetch|prerender|preview/i.test(String(headers['sec-purpose'] ?? headers['purpose'] ?? ''));
      if (!isAhead) shares.count({ via, kind: 'visit', ip, userAgent: headers['user-agent'] });
    }
    done();
  });
}

/** A page that was sent, or that the reader has already. */
function isRead(method: string, status: number, type: unknown): boolean {
  if (method !== 'GET') return false;
  return status === 304 || (status === 200 && String(type).startsWith('text/html'));
}
