import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NotFound } from '#libs/kernel';
import { Public, SignedIn } from '../http/access.decorator.js';
import type { ApiRequest } from '../http/request.js';
import { StaticFiles } from '../http/static-files.js';

/** The document of this app, made at the first request. */
export class OpenApiSource {
  constructor(readonly document: () => OpenAPIObject) {}
}

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Estrade API</title>
<link rel="stylesheet" href="/api/v1/docs/files/swagger-ui.css"></head>
<body><div id="docs"></div><script src="/api/v1/docs/files/swagger-ui-bundle.js"></script>
<script src="/api/v1/docs/files/start.js"></script></body></html>`;
const start = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#docs', deepLinking: true });`;
const files = ['swagger-ui.css', 'swagger-ui-bundle.js'];

/** The API's description: the document for everybody, the pages that show it for who is signed in (`abuse:A51`). */
@ApiExcludeController()
@Controller('/api/v1')
export class OpenApiController {
  private readonly ui = new StaticFiles(
    dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')),
  );
  private document: OpenAPIObject | undefined;

  constructor(private readonly source: OpenApiSource) {}

  @Public()
  @Get('openapi.json')
  describe(): OpenAPIObject {
    return (this.document ??= this.source.document());
  }

  @SignedIn()
  @Get('docs')
  show(@Res() reply: FastifyReply): FastifyReply {
    return reply.type('text/html; charset=utf-8').send(page);
  }

  @SignedIn()
  @Get('docs/files/:file')
  async file(
    @Param('file') file: string,
    @Req() request: ApiRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (file === 'start.js') return reply.type('text/javascript; charset=utf-8').send(start);
    if (!files.includes(file) || !(await this.ui.has(file))) throw new NotFound();
    return this.ui.send(file, false, reply, request.headers);
  }
}
