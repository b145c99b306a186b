import {
  type ArgumentMetadata,
  type ExecutionContext,
  Param,
  type PipeTransform,
  createParamDecorator,
} from '@nestjs/common';
import type { Identity } from '#libs/accounts';
import { type Actor, NotFound, NotSignedIn, isId } from '#libs/kernel';
import type { Region } from '#libs/messages';
import type { ApiRequest } from './request.js';

const requestOf = (context: ExecutionContext): ApiRequest => context.switchToHttp().getRequest<ApiRequest>();

/** The kernel actor behind the request: `create(@CurrentActor() actor: Actor)`. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => requestOf(context).actor,
);

/** The login or token behind the request; only for routes that are not public. */
export const CurrentIdentity = createParamDecorator((_: unknown, context: ExecutionContext): Identity => {
  const { identity } = requestOf(context);
  if (!identity) throw new NotSignedIn();
  return identity;
});

/** The language and typography in which to answer. */
export const CurrentRegion = createParamDecorator(
  (_: unknown, context: ExecutionContext): Region => requestOf(context).region,
);

class IdPipe implements PipeTransform {
  transform(value: unknown, _: ArgumentMetadata): string {
    if (!isId(value)) throw new NotFound();
    return value;
  }
}

/** A row's key in the path: `@Id('showId') showId: string`. Anything else answers 404, as a missing row would. */
export const Id = (name: string): ParameterDecorator => Param(name, new IdPipe());
