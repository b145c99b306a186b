import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FileView } from '#libs/catalog';
import { isId } from '#libs/kernel';
import { parseRange } from '#libs/storage';
import { Encoded, matchesEtag } from '../page/encoded.js';
import { sendEncoded } from '../page/page-server.js';
import { WEB_DEPS, type WebDeps } from '../web.deps.js';
import { allowsRange } from './if-range.js';
import { toChapters } from './chapters.js';
import { isRevisionNumber, toFile, toKind, toPart } from './published-file.js';
import { PublishedMedia } from './published-media.js';
import { sendHeadersOnly, sendPlain } from './send-plain.js';

/** Published audio by byte range, and chapters as JSON. Nothing is compressed, no cookie is set (`feed:N09`, `feed:H15`). */
@Controller('/m/:episodeId')
export class MediaController {
  constructor(
    @Inject(WEB_DEPS) private readonly deps: WebDeps,
    private readonly media: PublishedMedia,
  ) {}

  @Get('chapters.json')
  async chapters(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('episodeId') id: string,
  ): Promise<void> {
    const episode = isId(id) ? await this.media.find(id) : undefined;
    if (!episode || episode.chapters.length === 0) return sendPlain(reply, 404, 'There are no chapters here.');
    const encoded = new Encoded(Buffer.from(JSON.stringify(toChapters(episode))), {
      'content-type': 'application/json+chapters; charset=utf-8',
      'access-control-allow-origin': '*',
    });
    return sendEncoded(request, reply, encoded, 200, 'public, max-age=300');
  }

  @Get(':revision/hls/:part')
  async part(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('episodeId') id: string,
    @Param('revision') revision: string,
    @Param('part') name: string,
  ): Promise<void> {
    reply.headers(open);
    const episode = isId(id) && isRevisionNumber(revision) ? await this.media.find(id) : undefined;
    const playlist = episode && toFile(episode, Number(revision), 'hls', this.deps.clock.now());
    const part = playlist && toPart(playlist, name);
    if (!part) return sendPlain(reply, 404, 'There is no published recording here.');
    return this.sendFile(request, reply, part);
  }

  @Get(':revision/:file')
  async file(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('episodeId') id: string,
    @Param('revision') revision: string,
    @Param('file') file: string,
  ): Promise<void> {
    reply.headers(open);
    const kind = toKind(file);
    const episode = isId(id) && kind && isRevisionNumber(revision) ? await this.media.find(id) : undefined;
    const address = { episodeId: id, number: Number(revision), file };
    if (!episode?.enclosure || !kind || address.number > episode.enclosure.revisionNumber)
      return sendPlain(reply, 404, 'There is no published recording here.');
    const found = toFile(episode, address.number, kind, this.deps.clock.now());
    if (found) return this.sendFile(request, reply, found);
    if (address.number === episode.enclosure.revisionNumber)
      return sendPlain(reply, 404, 'There is no published recording here.');
    return this.sendReplaced(request, reply, address, episode.enclosure.revisionNumber);
  }

  /**
   * The recording was replaced long ago. A fetch from the begin is sent on to the new one; a fetch of the middle is not,
   * or bytes of two recordings would be joined (`feed:N06`).
   */
  private async sendReplaced(
    request: FastifyRequest,
    reply: FastifyReply,
    { episodeId, file }: { episodeId: string; file: string },
    current: number,
  ): Promise<void> {
    const range = parseRange(request.headers.range, Number.MAX_SAFE_INTEGER);
    if (range.kind === 'part' && range.start > 0) return sendPlain(reply, 410, 'This recording was replaced.');
    const { addresses } = this.deps;
    const location = addresses.path(addresses.enclosure(episodeId, current, encodeURIComponent(file)));
    await reply.code(302).headers({ location, 'cache-control': 'no-store' }).send();
  }

  private async sendFile(request: FastifyRequest, reply: FastifyReply, file: FileView): Promise<void> {
    const { storage } = this.deps;
    const stored = await storage.stat(file.key);
    if (!stored) {
      this.deps.log.error({ key: file.key }, 'a published file is missing');
      return sendPlain(reply, 404, 'The recording is missing for the moment.');
    }
    const etag = `"${file.sha256.slice(0, 32)}"`;
    reply.headers({
      'content-type': file.mime,
      'accept-ranges': 'bytes',
      etag,
      'last-modified': stored.modifiedAt.toUTCString(),
      // A day, not for ever: an unpublished recording should leave the caches too, and asking again is cheap.
      'cache-control': 'public, max-age=86400',
    });
    const { headers } = request;
    const isUnchanged = headers['if-none-match']
      ? matchesEtag(headers['if-none-match'], etag)
      : Date.parse(headers['if-modified-since'] ?? '') >= Math.floor(stored.modifiedAt.getTime() / 1000) * 1000;
    if (isUnchanged) {
      await reply.code(304).send();
      return;
    }
    const range = allowsRange(headers['if-range'] as string | undefined, etag, stored.modifiedAt)
      ? parseRange(headers.range, stored.bytes)
      : ({ kind: 'whole' } as const);
    if (range.kind === 'unsatisfiable') {
      reply.header('content-range', `bytes */${stored.bytes}`).header('cache-control', 'no-store');
      return sendPlain(reply, 416, 'The recording ends before that.');
    }
    const [start, end] = range.kind === 'part' ? [range.start, range.end] : [0, stored.bytes - 1];
    reply.code(range.kind === 'part' ? 206 : 200).header('content-length', end - start + 1);
    if (range.kind === 'part') reply.header('content-range', `bytes ${start}-${end}/${stored.bytes}`);
    // A HEAD must not open the file: nobody would read it to its end.
    if (request.method === 'HEAD') return sendHeadersOnly(reply);
    await reply.send(await storage.readRange(file.key, start, end));
  }
}

/** Browser players elsewhere may play and seek (`ux` 5.2). */
const open = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Accept-Ranges, Content-Range, Content-Length, ETag',
  'cross-origin-resource-policy': 'cross-origin',
};
