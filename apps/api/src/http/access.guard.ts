import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { LoginOnly, ScopeMissing } from '#libs/accounts';
import { NotSignedIn, hasScope } from '#libs/kernel';
import { ACCESS, type Access } from './access.decorator.js';
import { isSafe } from './origin.policy.js';
import type { ApiRequest } from './request.js';
import { WriteLimit } from './write-limit.js';

/** Holds every route to the access that it declares; one that declares none is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly writes: WriteLimit,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const places = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, places);
    if (!access) throw new Error(`${context.getClass().name}.${context.getHandler().name} declares no access`);
    const request = context.switchToHttp().getRequest<ApiRequest>();
    assertAccess(access, request);
    if (!isSafe(request.method) && !isUploadPart(request)) this.writes.take(request.identity?.user.id ?? request.ip);
    return true;
  }
}

function assertAccess(access: Access, { identity, actor }: ApiRequest): void {
  if (access.kind === 'public') return;
  if (!identity) throw new NotSignedIn();
  if (access.kind === 'login' && identity.token) throw new LoginOnly();
  if (access.kind === 'scope' && !hasScope(actor, access.scope)) throw new ScopeMissing(access.scope);
}

/** A part of an announced file: a fast line sends thousands, and each changes only that file. */
function isUploadPart({ method, headers }: ApiRequest): boolean {
  return method === 'PATCH' && headers['content-type'] === 'application/offset+octet-stream';
}
