import type { FastifyInstance } from 'fastify';

/** Headers of every answer; a page replaces the content policy by its own. No cookie is ever set here. */
export function setSecurityHeaders(instance: FastifyInstance, publicUrl: string): void {
  const isSecure = publicUrl.startsWith('https:');
  instance.addHook('onRequest', (request, reply, done) => {
    // Feeds write their own headers, made once; they are polled more than all else is read.
    if (request.raw.url?.endsWith('/feed.xml')) return done();
    reply.headers(securityHeaders(request.url, request.id, isSecure));
    done();
  });
}

/** What every answer says, whoever writes it. */
export function securityHeaders(url: string, requestId: string, isSecure: boolean): Record<string, string> {
  return {
    'x-request-id': requestId,
    'x-content-type-options': 'nosniff',
    // Also of what is answered before anybody has looked at the secret: an address in another form, a page of problems.
    'referrer-policy': hasSecret(url) ? 'no-referrer' : 'strict-origin-when-cross-origin',
    'content-security-policy': `default-src 'none'; frame-ancestors 'none'`,
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    ...(isSecure && { 'strict-transport-security': 'max-age=31536000' }),
  };
}

/** Whether an address holds what only its reader knows. */
export function hasSecret(url: string): boolean {
  return /^[/\\]+[fi][/\\]|[0-9a-f]{40}/i.test(url);
}
