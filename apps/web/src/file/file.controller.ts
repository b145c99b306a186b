import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type EpisodeFile, kindFacts } from '#libs/catalog';
import { isId } from '#libs/kernel';
import { PublishedMedia } from '../media/published-media.js';
import { sendHeadersOnly, sendPlain } from '../media/send-plain.js';
import { matchesEtag } from '../page/encoded.js';
import { WEB_DEPS, type WebDeps } from '../web.deps.js';

/**
 * Files beside the sound of what is published. They came from outside, so they are only ever saved: never shown here,
 * never taken for something else, and without any rights where a browser shows them all the same (`abuse:A10`).
 */
@Controller('/m/:episodeId/file')
export class FileController {
  constructor(
    @Inject(WEB_DEPS) private readonly deps: WebDeps,
    private readonly media: PublishedMedia,
  ) {}

  @Get(':fileId/:name')
  async file(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('episodeId') episodeId: string,
    @Param('fileId') fileId: string,
    @Param('name') name: string,
  ): Promise<void> {
    const episode = isId(episodeId) ? await this.media.find(episodeId) : undefined;
    const file = episode?.files.find((each) => each.id === fileId && each.name === name);
    const stored = file && (await this.deps.storage.stat(file.key));
    if (!file || !stored) return sendPlain(reply, 404, 'There is no such file here.');
    const etag = `"${file.id}"`;
    reply.headers({ ...headersOf(file), etag, 'last-modified': stored.modifiedAt.toUTCString() });
    if (matchesEtag(request.headers['if-none-match'], etag)) {
      await reply.code(304).send();
      return;
    }
    reply.header('content-length', stored.bytes);
    if (request.method === 'HEAD') return sendHeadersOnly(reply);
    await reply.send(await this.deps.storage.read(file.key));
  }
}

function headersOf({ kind, name }: EpisodeFile): Record<string, string> {
  return {
    'content-type': kindFacts[kind].mime,
    'content-disposition': `attachment; filename="${name}"`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; sandbox`,
    'x-robots-tag': 'noindex',
    // Not for ever: what is withdrawn should leave the caches too.
    'cache-control': 'public, max-age=300',
  };
}
