import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';

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
    .addBearerAuth({ type: 'http', description: 'An API token' }, 'token')
    .build();
  return SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
    standardSchemaConverter: (schema, { schemaType }) => convert(schema, schemaType),
  });
}

interface Converted {
  schema: unknown;
  components?: Record<string, unknown>;
}

function convert(schema: unknown, io: 'input' | 'output'): Converted | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const json = z.toJSONSchema(schema, { target: 'openapi-3.0', io, unrepresentable: 'any' });
  const { $defs = {}, $schema: _dialect, ...own } = json;
  const id = schema.meta()?.id;
  if (!id) return { schema: own, components: $defs };
  return { schema: { $ref: `#/components/schemas/${id}` }, components: { ...$defs, [id]: own } };
}
