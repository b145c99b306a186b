import { EstradeError } from '#libs/kernel';
import { Server } from '@tus/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StagedStore } from './staged-store.js';
import type { UploadLocker } from './upload-locker.js';

/** What a request to tus brings with it: the id that was made for a new upload, and how to say what went wrong. */
export interface TusRequest {
  readonly id?: string;
  readonly toProblem: (error: unknown) => { status: number };
}

export interface TusHandler {
  /** Answers one tus request to its end. Policy and limits were checked before. */
  handle(request: IncomingMessage, response: ServerResponse, with_: TusRequest): Promise<void>;
}

/** Keeps no lock: the offset is the file's size at any time, and a question must not end who is sending. */
const freeLock = { newLock: () => ({ lock: async () => {}, unlock: async () => {} }) };

/**
 * The tus 1.0 server. `onWhole` runs when the last byte is safe and before the sender is told so.
 * Errors of ours are answered as problem+json, tus' own as tus does (409 for a wrong offset, 412, 404, 410).
 */
export function makeTusServer(
  path: string,
  store: StagedStore,
  locker: UploadLocker,
  maxSize: number,
  onWhole: (id: string) => Promise<void>,
): TusHandler {
  const requests = new WeakMap<IncomingMessage, TusRequest & { problem?: boolean }>();
  type TusHttpRequest = Parameters<NonNullable<Server['options']['onIncomingRequest']>>[0];
  const find = (request: TusHttpRequest) => requests.get(request.runtime!.node!.req as IncomingMessage);
  const server = new Server({
    path,
    datastore: store,
    relativeLocation: true,
    maxSize,
    locker: (request) => (request.method === 'HEAD' ? freeLock : locker),
    lockDrainTimeout: 500,
    // No cross-origin use: the studio is served from the same origin.
    allowedOrigins: () => false,
    namingFunction: (request) => find(request)!.id!,
    onUploadFinish: async (_request, { id }) => {
      await onWhole(id);
      return {};
    },
    onResponseError: (request, error) => {
      const known = find(request);
      if (!known || (!(error instanceof EstradeError) && 'status_code' in error)) return undefined;
      const problem = known.toProblem(error);
      known.problem = true;
      return { status_code: problem.status, body: JSON.stringify(problem) };
    },
  });
  return {
    async handle(request, response, with_) {
      const known: TusRequest & { problem?: boolean } = { ...with_ };
      requests.set(request, known);
      typeProblems(response, known);
      await server.handle(request, response);
    },
  };
}

/** tus types every body as text; a problem is named as one. */
function typeProblems(response: ServerResponse, known: { problem?: boolean }): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = ((status: number, text: string, headers: string[]) => {
    const at = known.problem
      ? headers.findIndex((name, i) => i % 2 === 0 && name.toLowerCase() === 'content-type')
      : -1;
    if (at >= 0) headers[at + 1] = 'application/problem+json; charset=utf-8';
    return writeHead(status, text, headers);
  }) as ServerResponse['writeHead'];
}
