import { NotFound } from '#libs/kernel';
import { parseRange, type Storage } from '#libs/storage';
import type { FastifyReply } from 'fastify';

/** Sends a stored sound to signed-in ears, by byte range; never kept by any cache. @throws NotFound */
export async function sendSound(
  storage: Storage,
  reply: FastifyReply,
  { key, type }: { key: string; type: string },
  header: string | undefined,
): Promise<void> {
  const stored = await storage.stat(key);
  if (!stored) throw new NotFound('This sound');
  const range = parseRange(header, stored.bytes);
  reply.headers({
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
  if (range.kind === 'unsatisfiable') {
    await reply.status(416).header('content-range', `bytes */${stored.bytes}`).send();
    return;
  }
  const { start, end } = range.kind === 'part' ? range : { start: 0, end: stored.bytes - 1 };
  if (range.kind === 'part') reply.status(206).header('content-range', `bytes ${start}-${end}/${stored.bytes}`);
  reply.header('content-length', end - start + 1).type(type);
  await reply.send(await storage.readRange(key, start, end));
}
