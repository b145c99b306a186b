import { fastifyCookie } from '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import type { IssuedSecret } from '#libs/accounts';

const name = 'estrade_login';

/** The secret in a Cookie header; undefined when there is none. */
export function readLoginCookie(header: string | undefined): string | undefined {
  const value = header && fastifyCookie.parse(header.slice(0, 8192))[name];
  return value && value.length <= 100 ? value : undefined;
}

/**
 * Hands out a login's secret: HttpOnly, SameSite=Lax, Secure on https. Written on the raw response, so that
 * answers that bypass the framework (uploads, streams) carry it too.
 */
export function writeLoginCookie(reply: FastifyReply, issued: IssuedSecret, publicUrl: string): void {
  setCookie(reply, publicUrl, issued.secret, issued.expiresAt);
}

/** Takes the cookie away. */
export function clearLoginCookie(reply: FastifyReply, publicUrl: string): void {
  setCookie(reply, publicUrl, '', new Date(0));
}

function setCookie(reply: FastifyReply, publicUrl: string, value: string, expires: Date): void {
  const secure = publicUrl.startsWith('https:');
  const cookie = fastifyCookie.serialize(name, value, {
    path: '/api',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    expires,
  });
  reply.raw.setHeader('set-cookie', cookie);
}
