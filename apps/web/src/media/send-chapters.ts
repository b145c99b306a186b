import type { FastifyReply, FastifyRequest } from 'fastify';
import { Encoded } from '../page/encoded.js';
import { sendEncoded } from '../page/page-server.js';
import { toChapters } from './chapters.js';
import type { PublishedEpisode } from './published-media.js';
import { sendPlain } from './send-plain.js';

/** The chapters of an episode as JSON; 404 without any. */
export async function sendChapters(
  request: FastifyRequest,
  reply: FastifyReply,
  episode: PublishedEpisode | undefined,
  cacheControl: string,
): Promise<void> {
  if (!episode || episode.chapters.length === 0) return sendPlain(reply, 404, 'There are no chapters here.');
  const encoded = new Encoded(Buffer.from(JSON.stringify(toChapters(episode))), {
    'content-type': 'application/json+chapters; charset=utf-8',
    'access-control-allow-origin': '*',
  });
  return sendEncoded(request, reply, encoded, 200, cacheControl);
}
