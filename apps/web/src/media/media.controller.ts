import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '#libs/kernel';
import { WEB_DEPS, type WebDeps } from '../web.deps.js';
import { PublishedMedia } from './published-media.js';
import { type MediaDoor, RecordingServer } from './recording-server.js';
import { sendChapters } from './send-chapters.js';
import { sendPlain } from './send-plain.js';

/** Published audio by byte range, and chapters as JSON. */
@Controller('/m/:episodeId')
export class MediaController {
  private readonly door: MediaDoor;

  constructor(
    @Inject(WEB_DEPS) { addresses }: WebDeps,
    private readonly media: PublishedMedia,
    private readonly recordings: RecordingServer,
  ) {
    this.door = {
      find: (id) => media.find(id),
      isExpired: (id) => media.isExpired(id),
      locate: (id, revision, file) => addresses.enclosure(id, revision, encodeURIComponent(file)),
      // A day, not for ever: an unpublished recording should leave the caches too, and asking again is cheap.
      cacheControl: 'public, max-age=86400',
    };
  }

  @Get('chapters.json')
  async chapters(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('episodeId') id: string,
  ): Promise<void> {
    const episode = isId(id) ? await this.media.find(id) : undefined;
    if (!episode && isId(id) && (await this.media.isExpired(id)))
      return sendPlain(reply, 410, 'This recording is not offered any more.');
    return sendChapters(request, reply, episode, 'public, max-age=300');
  }

  @Get(':revision/hls/:part')
  part(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('episodeId') episodeId: string,
    @Param('revision') revision: string,
    @Param('part') file: string,
  ): Promise<void> {
    return this.recordings.sendPart(request, reply, this.door, { episodeId, revision, file });
  }

  @Get(':revision/:file')
  file(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('episodeId') episodeId: string,
    @Param('revision') revision: string,
    @Param('file') file: string,
  ): Promise<void> {
    return this.recordings.sendRevision(request, reply, this.door, { episodeId, revision, file });
  }
}
