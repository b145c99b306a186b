import type { FastifyInstance } from 'fastify';

/**
 * One form of each address: lower case, no slash at the end, no empty segments; the others answer 301 (`ux` 5.1).
 * The result always begins with exactly one slash, so that it cannot lead to another host.
 */
export function redirectToCanonical(instance: FastifyInstance): void {
  instance.addHook('onRequest', (request, reply, done) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return done();
    const to = canonicalPath(request.url);
    if (to === undefined) return done();
    // feed:V05: an address with a secret is in no cache, not even as a redirect.
    const cacheControl = /^\/[fi]\/|[0-9a-f]{40}/.test(to) ? 'private, no-store' : 'public, max-age=3600';
    void reply.code(301).headers({ location: to, 'cache-control': cacheControl }).send();
  });
}

/** The address in its one form; undefined when it has it. */
export function canonicalPath(url: string): string | undefined {
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  const query = at < 0 ? '' : url.slice(at);
  const clean = path.replace(/[/\\]+/g, '/').replace(/(?<=.)\/$/, '');
  // Percent escapes stay as they are; what they hold is not ours to change.
  const lower = clean.replace(/%[0-9a-f]{2}|[A-Z]/gi, (part) => (part.length === 1 ? part.toLowerCase() : part));
  return lower === path ? undefined : lower + query;
}
