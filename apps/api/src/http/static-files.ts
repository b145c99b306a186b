import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { FastifyReply } from 'fastify';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const compressible = /^(text|application)|svg/;

interface StaticFile {
  type: string;
  etag: string;
  bytes: Buffer;
  brotli: Buffer | undefined;
}

/**
 * The files of one folder, looked up by their path in it; read once, kept in memory with a brotli form. Only files
 * that lie there at the first request are served, so no path can lead out of it; source maps are not (`abuse:A51`).
 */
export class StaticFiles {
  private names: Promise<Set<string>> | undefined;
  private readonly files = new Map<string, Promise<StaticFile>>();

  constructor(private readonly folder: string) {}

  /** Whether the folder holds the file. A folder that is still missing is looked at again the next time. */
  async has(path: string): Promise<boolean> {
    this.names ??= listFiles(this.folder);
    const names = await this.names;
    if (names.size === 0) this.names = undefined;
    return names.has(path);
  }

  /** Sends a file that `has` knows; `forever` for a name that changes with its content. */
  async send(
    path: string,
    forever: boolean,
    reply: FastifyReply,
    headers: Record<string, unknown>,
  ): Promise<FastifyReply> {
    const file = await this.read(path);
    const takesBrotli = /\bbr\b/.test(String(headers['accept-encoding'] ?? ''));
    const body = takesBrotli && file.brotli ? file.brotli : file.bytes;
    const etag = `"${file.etag}${body === file.bytes ? '' : '-br'}"`;
    reply
      .type(file.type)
      .header('vary', 'accept-encoding')
      .header('etag', etag)
      .header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (headers['if-none-match'] === etag) return reply.status(304).send();
    if (body !== file.bytes) reply.header('content-encoding', 'br');
    return reply.send(body);
  }

  private read(path: string): Promise<StaticFile> {
    let file = this.files.get(path);
    if (!file) {
      file = readStaticFile(join(this.folder, path));
      this.files.set(path, file);
      file.catch(() => this.files.delete(path));
    }
    return file;
  }
}

async function listFiles(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter(
    (entry) => entry.isFile() && !entry.name.endsWith('.map') && !entry.name.startsWith('.'),
  );
  return new Set(files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')));
}

async function readStaticFile(file: string): Promise<StaticFile> {
  const bytes = await readFile(file);
  const type = types[extname(file)] ?? 'application/octet-stream';
  const isWorthIt = compressible.test(type) && bytes.length > 1024;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  const brotli = isWorthIt ? await promisify(brotliCompress)(bytes, { params }) : undefined;
  return { type, bytes, brotli, etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 20) };
}
