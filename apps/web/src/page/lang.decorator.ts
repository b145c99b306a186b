import { applyDecorators, createParamDecorator, type ExecutionContext, Get } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Language, languages } from '#libs/kernel';

/** A page under each language's prefix: `@PageAt(':show')` answers `/en/:show` and `/fr/:show`. */
export function PageAt(path: string): MethodDecorator {
  return applyDecorators(Get(languages.map((lang) => `/${lang}/${path}`)));
}

/** The language of the address; only on a `PageAt` route. */
export const Lang = createParamDecorator((_: unknown, context: ExecutionContext): Language => {
  return context.switchToHttp().getRequest<FastifyRequest>().url.slice(1, 3) as Language;
});
