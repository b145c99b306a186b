import type { FastifyRequest } from 'fastify';
import type { Identity } from '#libs/accounts';
import type { Actor } from '#libs/kernel';
import type { Region } from '#libs/messages';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks: set for every request under `/api/` before its body is read. */
    actor: Actor;
    /** The login or token behind the actor; undefined for a visitor. */
    identity: Identity | undefined;
    /** The language and typography of what this request is answered. */
    region: Region;
  }
}

export type ApiRequest = FastifyRequest;
