import { NotFound } from '#libs/kernel';
import { parseRange, type Storage } from '#libs/storage';
import type { ExportFile } from '#libs/transfer';
import type { FastifyReply } from 'fastify';

export interface ArchiveRequest {
  range: string | undefined;
  ifRange: string | undefined;
  isHead: boolean;
}

/**
 * Sends an archive as a download that a browser can take up again after a break; no cache keeps it. Its name is made of
 * a show's address segment and a date, so it can hold nothing that would split the header (`abuse:A42`).
 */
export async function sendArchive(
  storage: Storage,
  reply: FastifyReply,
  { key, bytes, sha256, name }: ExportFile,
  { range: header, ifRange, isHead }: ArchiveRequest,
): Promise<void> {
  const stored = await storage.stat(key);
  if (stored?.bytes !== bytes) throw new NotFound('This archive');
  const etag = `"${sha256.slice(0, 32)}"`;
  reply.headers({
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store',
    'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '-')}"`,
    'x-content-type-options': 'nosniff',
    etag,
  });
  const range = ifRange === undefined || ifRange === etag ? parseRange(header, bytes) : ({ kind: 'whole' } as const);
  if (range.kind === 'unsatisfiable') {
    await reply.status(416).header('content-range', `bytes */${bytes}`).send();
    return;
  }
  const { start, end } = range.kind === 'part' ? range : { start: 0, end: bytes - 1 };
  if (range.kind === 'part') reply.status(206).header('content-range', `bytes ${start}-${end}/${bytes}`);
  reply.header('content-length', end - start + 1).type('application/zip');
  if (isHead) {
    reply.hijack();
    reply.raw.writeHead(reply.statusCode, reply.getHeaders() as Record<string, string>).end();
    return;
  }
  await reply.send(await storage.readRange(key, start, end));
}
