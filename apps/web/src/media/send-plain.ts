import type { FastifyReply } from 'fastify';

/** One sentence for a program: media and pictures have no pages of their own. */
export async function sendPlain(reply: FastifyReply, status: number, sentence: string): Promise<void> {
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  await reply.code(status).header('content-type', 'text/plain; charset=utf-8').send(`${sentence}\n`);
}

/** The headers of a file without its bytes; the framework would call their length 0. */
export function sendHeadersOnly(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.writeHead(reply.statusCode, reply.getHeaders() as Record<string, string>).end();
}
