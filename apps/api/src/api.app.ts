import { FrameworkLog } from '#libs/config';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { Errands, IdentitiesService } from '#libs/accounts';
import { newGuid } from '#libs/kernel';
import type { ApiDeps } from './api.deps.js';
import { ApiModule } from './api.module.js';
import { logRequests } from './http/access-log.hook.js';
import { acceptBodies, jsonLimit } from './http/body.js';
import { formPipe } from './http/form.js';
import { identifyRequests } from './http/identify.hook.js';
import { buildOpenApi } from './http/openapi.js';
import { answerRouterError, ProblemFilter } from './http/problem.filter.js';
import { setSecurityHeaders } from './http/security-headers.hook.js';
import { Shutdown } from './http/shutdown.js';
import { builtStudio, serveStudio } from './http/studio.route.js';
import { OpenApiSource } from './instance/openapi.controller.js';
import { version } from './instance/version.js';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** The API app without a port of its own: the caller gives requests to `handler`. */
export interface ApiApp {
  app: NestFastifyApplication;
  handler: Handler;
  /** Ends open event streams and asks their clients to come back; call it before the server closes. */
  endStreams(): void;
  /** Ends streams, finishes mails, closes the app and its pool of connections. */
  close(): Promise<void>;
}

/** Builds the API and the studio's files for `/api` and `/studio`. */
export async function createApiApp(deps: ApiDeps): Promise<ApiApp> {
  let handler: Handler | undefined;
  const adapter = createAdapter(deps.config.trustedProxy, (h) => (handler = h));
  const instance = adapter.getInstance() as unknown as FastifyInstance;
  const openApi = new OpenApiSource(() => buildOpenApi(app, version));
  const app: NestFastifyApplication = await NestFactory.create<NestFastifyApplication>(
    ApiModule.register(deps, openApi),
    adapter,
    {
      bodyParser: false,
      logger: new FrameworkLog(deps.log),
      abortOnError: false,
    },
  );
  const { publicUrl } = deps.config;
  setSecurityHeaders(instance, publicUrl);
  logRequests(instance, deps.log);
  identifyRequests(instance, app.get(IdentitiesService), publicUrl);
  acceptBodies(instance);
  serveStudio(instance, deps.studioDir ?? builtStudio());
  app.useGlobalPipes(formPipe);
  app.useGlobalFilters(new ProblemFilter(deps.log));
  await app.init();
  await instance.ready();

  const shutdown = app.get(Shutdown);
  return {
    app,
    handler: (request, response) => handler!(request, response),
    endStreams: () => shutdown.end(),
    async close() {
      shutdown.end();
      await app.get(Errands).end();
      await app.close();
    },
  };
}

/** The OpenAPI document without a database: only the routes are looked at, nothing is started. */
export async function describeApi(): Promise<OpenAPIObject> {
  const source = new OpenApiSource(() => buildOpenApi(app, version));
  const app: NestFastifyApplication = await NestFactory.create<NestFastifyApplication>(
    ApiModule.register({} as ApiDeps, source),
    createAdapter(undefined, () => {}),
    { preview: true, logger: false, abortOnError: false },
  );
  return source.document();
}

function createAdapter(trustedProxy: string | undefined, onHandler: (handler: Handler) => void): FastifyAdapter {
  return new FastifyAdapter({
    serverFactory: (handler: unknown) => {
      onHandler(handler as Handler);
      return createServer();
    },
    trustProxy: trustedProxy ?? false,
    bodyLimit: jsonLimit,
    genReqId: () => newGuid(),
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerRouterError,
  });
}
