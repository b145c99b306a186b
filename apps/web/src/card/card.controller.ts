import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CardQuery } from '#libs/sharing';
import { sendHeadersOnly, sendPlain } from '../media/send-plain.js';
import { matchesEtag } from '../page/encoded.js';
import { WEB_DEPS, type WebDeps } from '../web.deps.js';

/**
 * `/m/card/{piece}/{version}.png`: the cards of pages. An address stands for its bytes for ever; one of bytes that were
 * replaced leads to the present ones, so that previews survive and an old name does not (`ux:K-16`, `ux:K-25`).
 */
@Controller('/m/card')
export class CardController {
  constructor(
    @Inject(WEB_DEPS) private readonly deps: WebDeps,
    private readonly cards: CardQuery,
  ) {}

  @Get(':piece/:file')
  async card(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('piece') pieceId: string,
    @Param('file') file: string,
  ): Promise<void> {
    const found = await this.cards.file(pieceId);
    if (!found || !/^[0-9a-f]{12}\.(png|jpg)$/.test(file)) return sendPlain(reply, 404, 'There is no picture here.');
    if (file !== found.file) {
      const { addresses } = this.deps;
      const location = addresses.path(addresses.card(pieceId, found.file));
      await reply.code(302).headers({ location, 'cache-control': 'no-store' }).send();
      return;
    }
    const etag = `"${file}"`;
    reply.headers({
      'content-type': found.mime,
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      etag,
    });
    if (matchesEtag(request.headers['if-none-match'], etag)) {
      await reply.code(304).send();
      return;
    }
    reply.header('content-length', found.bytes);
    if (request.method === 'HEAD') return sendHeadersOnly(reply);
    await reply.send(await this.deps.storage.read(found.key));
  }
}
