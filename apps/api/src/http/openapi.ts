import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { problemAnswer } from './problem.js';

/**
 * The OpenAPI document of all routes, with bodies from their zod schemas. A schema with `.meta({ id: 'Show' })`
 * becomes a named component, so that generated types have its name.
 */
export function buildOpenApi(app: INestApplication, version: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Estrade')
    .setDescription(
      'Shows, episodes, recordings and accounts. Errors are problem details (RFC 9457) with a stable code.',
    )
    .setVersion(version)
    .addCookieAuth('estrade_login', { type: 'apiKey', in: 'cookie' }, 'login')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'estrade_…', description: 'An API token' }, 'token')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
    standardSchemaConverter: (schema, { schemaType }) => convert(schema, schemaType),
  });
  return withProblems(document);
}

/** Every route may answer a problem; said once here instead of at each. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const problem = {
    description: 'What went wrong',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path as Record<string, { responses?: Record<string, unknown> }>)) {
      if (operation.responses) operation.responses['default'] ??= problem;
    }
  }
  document.components!.schemas!['Problem'] = convert(problemAnswer, 'output')!.components!['Problem'] as never;
  return document;
}

type Json = Record<string, unknown> & { definitions?: Record<string, unknown> };

interface Converted {
  schema: unknown;
  components?: Record<string, unknown>;
}

function convert(schema: unknown, io: 'input' | 'output'): Converted | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const json = z.toJSONSchema(schema, { target: 'openapi-3.0', io, unrepresentable: 'any' }) as Json;
  const { definitions = {}, $schema: _dialect, ...own } = json;
  const id = schema.meta()?.id;
  if (!id) return { schema: own, components: definitions };
  return { schema: { $ref: `#/components/schemas/${id}` }, components: { [id]: own, ...definitions } };
}
