import type { FastifyInstance } from 'fastify';
import { isOfApi } from './identify.hook.js';

/**
 * Headers of every answer. JSON may load nothing; the studio loads its own files and pictures and sound from the
 * public address, and runs in nobody's frame. Styles are inline in the studio's components, scripts never.
 */
export function setSecurityHeaders(instance: FastifyInstance, publicUrl: string): void {
  const site = new URL(publicUrl).origin;
  const studio = [
    `default-src 'self'`,
    `script-src 'self' 'wasm-unsafe-eval'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' ${site} data: blob:`,
    `media-src 'self' ${site} blob:`,
    `connect-src 'self' ${site}`,
    `font-src 'self' data:`,
    `worker-src 'self' blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
  instance.addHook('onRequest', (request, reply, done) => {
    const isApi = isOfApi(request) && !request.routeOptions.url?.startsWith('/api/v1/docs');
    const { raw } = reply;
    raw.setHeader('x-request-id', request.id);
    raw.setHeader('x-content-type-options', 'nosniff');
    raw.setHeader('x-frame-options', 'DENY');
    raw.setHeader('referrer-policy', 'same-origin');
    raw.setHeader('cross-origin-opener-policy', 'same-origin');
    raw.setHeader('content-security-policy', isApi ? `default-src 'none'; frame-ancestors 'none'` : studio);
    if (isApi) raw.setHeader('cache-control', 'no-store');
    done();
  });
}
