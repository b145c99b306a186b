import type { FastifyReply } from 'fastify';
import type { IssuedSecret } from '#libs/accounts';

const name = 'estrade_login';

/** The secret in a Cookie header; undefined when there is none. */
export function readLoginCookie(header: string | undefined): string | undefined {
  const pair = header
    ?.slice(0, 8192)
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  return pair && /^[\w-]{20,100}$/.exec(pair.slice(name.length + 1))?.[0];
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

/** RFC 6265, section 4.1.1; the value is base64url, so nothing needs quoting. */
function setCookie(reply: FastifyReply, publicUrl: string, value: string, expires: Date): void {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  const parts = `Path=/api; Expires=${expires.toUTCString()}; HttpOnly; SameSite=Lax${secure}`;
  reply.raw.setHeader('set-cookie', `${name}=${value}; ${parts}`);
}
