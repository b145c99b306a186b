import type { FastifyInstance } from 'fastify';
import type { Addresses } from '#libs/catalog';
import { guestHeaders } from '../guest-link/guest-headers.js';
import { findHome, isSecret } from './host.plan.js';

/**
 * Pages of a show with a host name of its own are there, and on no other: elsewhere their addresses answer 301, as
 * those of other pages do on its host; one with a secret stays in no cache. The name that was asked for is the proxy's word only where the proxy is trusted.
 */
export function redirectToHost(instance: FastifyInstance, addresses: Addresses): void {
  instance.addHook('onRequest', (request, reply, done) => {
    const { hosts } = addresses;
    if (hosts.isEmpty || (request.method !== 'GET' && request.method !== 'HEAD')) return done();
    const at = request.url.indexOf('?');
    const path = at < 0 ? request.url : request.url.slice(0, at);
    const home = findHome(path, hosts.at(request.hostname), addresses);
    if (home === undefined) return done();
    const location = at < 0 ? home : home + request.url.slice(at);
    if (isSecret(path))
      void reply
        .code(302)
        .headers({ ...guestHeaders, location })
        .send();
    else void reply.code(301).headers({ location, 'cache-control': 'public, max-age=3600' }).send();
  });
}
