import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { WEB_DEPS, type WebDeps } from '../web.deps.js';
import { matchesEtag } from '../page/encoded.js';
import { sendHeadersOnly, sendPlain } from './send-plain.js';

const widths = ['96', '320', '640', '1400', 'full'];

/** Pictures of our own making, in the widths that lie ready; nothing is resized on request. */
@Controller('/m/image')
export class ImageController {
  constructor(@Inject(WEB_DEPS) private readonly deps: WebDeps) {}

  @Get(':width/:file')
  async image(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('width') width: string,
    @Param('file') file: string,
  ): Promise<void> {
    const name = /^([0-9a-f-]{36})\.jpg$/.exec(file)?.[1];
    if (!name || !widths.includes(width)) return sendPlain(reply, 404, 'There is no picture here.');
    const key = width === 'full' ? `image/${name}.jpg` : `image/${name}-${width}.jpg`;
    const stored = await this.deps.storage.stat(key);
    if (!stored) return sendPlain(reply, 404, 'There is no picture here.');
    const etag = `"${name}-${width}"`;
    reply.headers({
      'content-type': 'image/jpeg',
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'last-modified': stored.modifiedAt.toUTCString(),
      etag,
    });
    if (matchesEtag(request.headers['if-none-match'], etag)) {
      await reply.code(304).send();
      return;
    }
    reply.header('content-length', stored.bytes);
    if (request.method === 'HEAD') return sendHeadersOnly(reply);
    await reply.send(await this.deps.storage.read(key));
  }
}
