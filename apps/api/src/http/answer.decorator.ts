import { HttpCode, applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/**
 * Says what a route answers: the status it sends and, for the OpenAPI document, the body's zod schema.
 * `@Answer(meAnswer)`, `@Answer(showAnswer, 201)`, `@Answer(undefined, 204)`.
 */
export function Answer(schema?: z.ZodType, status = 200, description = ''): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    ApiResponse({ status, description, ...(schema && { standardSchema: schema }) }),
  );
}
