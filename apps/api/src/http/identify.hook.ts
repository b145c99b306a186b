import type { FastifyInstance, FastifyReply } from 'fastify';
import type { IdentitiesService, Identity } from '#libs/accounts';
import { EstradeError, acceptedLanguage } from '#libs/kernel';
import { toRegion } from '#libs/messages';
import { readLoginCookie, writeLoginCookie } from './login-cookie.js';
import { OriginRefused, isOwnOrigin, isSafe } from './origin.policy.js';
import type { ApiRequest } from './request.js';

/** 401: a bearer token that is unknown, revoked or outside its dates. */
class TokenUnknown extends EstradeError {
  constructor() {
    super('TOKEN_UNKNOWN', 401, 'This API token is unknown, has ended or is not valid yet.');
  }
}

/**
 * Finds out who asks, for every route under `/api/` whoever registered it, before its body is read: a bearer token
 * first (the cookie is then ignored), else the cookie. A change without a token must come from our own pages.
 */
export function identifyRequests(instance: FastifyInstance, identities: IdentitiesService, publicUrl: string): void {
  instance.decorateRequest('identity', undefined);
  instance.decorateRequest('actor', null as never);
  instance.decorateRequest('region', 'en-CA');
  instance.addHook('onRequest', async (request, reply) => {
    request.actor = { kind: 'visitor' };
    request.region = toRegion(acceptedLanguage(request.headers['accept-language'], 'en'));
    if (!isOfApi(request)) return;
    const token = /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!token && !isSafe(request.method) && !isOwnOrigin(request.headers, publicUrl)) throw new OriginRefused();
    const identity = token
      ? await fromToken(identities, token)
      : await fromCookie(identities, request, reply, publicUrl);
    if (!identity) return;
    request.identity = identity;
    request.actor = identity.actor;
    request.region = toRegion(identity.user.locale);
  });
}

/** By the route that was found: the router decodes `/%61pi/`, so the address as it was sent does not tell. */
export function isOfApi({ routeOptions, url }: ApiRequest): boolean {
  return (routeOptions.url ?? url).startsWith('/api/');
}

async function fromToken(identities: IdentitiesService, token: string): Promise<Identity> {
  const identity = await identities.fromToken(token);
  if (!identity) throw new TokenUnknown();
  return identity;
}

async function fromCookie(
  identities: IdentitiesService,
  request: ApiRequest,
  reply: FastifyReply,
  publicUrl: string,
): Promise<Identity | undefined> {
  const secret = readLoginCookie(request.headers.cookie);
  const identity = secret ? await identities.fromCookie(secret) : undefined;
  if (identity?.issued) writeLoginCookie(reply, identity.issued, publicUrl);
  return identity;
}
