import { type CustomDecorator, SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth } from '@nestjs/swagger';
import type { Scope } from '#libs/kernel';

/** Who may call a route, before the noun's own policy decides about the object. */
export type Access = { kind: 'public' } | { kind: 'login' } | { kind: 'scope'; scope: Scope };

export const ACCESS = 'estrade:access';

const access = (value: Access): CustomDecorator => SetMetadata(ACCESS, value);

/** Anybody, signed in or not. */
export const Public = (): MethodDecorator & ClassDecorator => access({ kind: 'public' });

/** A signed-in browser only: an API token gets 403, whatever its scopes (`abuse:A27`). */
export const SignedIn = (): MethodDecorator & ClassDecorator =>
  applyDecorators(access({ kind: 'login' }), ApiCookieAuth('login'));

/** A signed-in browser, or an API token that carries the scope. */
export const Needs = (scope: Scope): MethodDecorator & ClassDecorator =>
  applyDecorators(access({ kind: 'scope', scope }), ApiCookieAuth('login'), ApiBearerAuth('token'));
