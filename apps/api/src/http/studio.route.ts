import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { NotFound } from '#libs/kernel';
import { t } from '#libs/messages';
import type { ApiRequest } from './request.js';
import { StaticFiles } from './static-files.js';

/** Where the build puts the studio, from this file's place in `dist` or in the source tree. */
export function builtStudio(): string {
  const isBuilt = import.meta.url.includes('/dist/');
  return fileURLToPath(new URL(isBuilt ? '../../../studio/' : '../../../../dist/apps/studio/', import.meta.url));
}

/**
 * Serves the built studio under `/studio`: files with a hash in their name for ever, `index.html` asked for anew each
 * time, and every other path as `index.html`, because the studio has its own routes. Without a build it says so.
 */
export function serveStudio(instance: FastifyInstance, folder: string): void {
  const files = new StaticFiles(folder);
  const handle = async (request: ApiRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const path = decode(request.url.split('?')[0]!.slice('/studio'.length)).replace(/^\/+/, '');
    const { headers } = request;
    if (path && (await files.has(path))) return files.send(path, path.startsWith('assets/'), reply, headers);
    if (path.startsWith('assets/')) throw new NotFound();
    if (await files.has('index.html')) return files.send('index.html', false, reply, headers);
    reply.status(503).type('text/plain; charset=utf-8').header('cache-control', 'no-store');
    return reply.send(`${t(request.region, 'error.STUDIO_MISSING')}\n`);
  };
  instance.get('/studio', handle);
  instance.get('/studio/*', handle);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new NotFound();
  }
}
