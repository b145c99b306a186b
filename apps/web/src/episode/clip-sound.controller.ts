import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RecordingServer } from '../media/recording-server.js';
import { sendPlain } from '../media/send-plain.js';
import { AnnouncedClips } from './announced-clips.js';

/** Not for long: a clip that is refused is gone within a minute (`ux` 2.14, 5). */
const cacheControl = 'public, max-age=30';

/** `/m/{episode}/clip/{piece}.mp3`: what may be heard of an announced episode (`ux:K-15`). */
@Controller('/m/:episodeId/clip')
export class ClipSoundController {
  constructor(
    private readonly clips: AnnouncedClips,
    private readonly recordings: RecordingServer,
  ) {}

  @Get(':file')
  async clip(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('episodeId') episodeId: string,
    @Param('file') name: string,
  ): Promise<void> {
    const [, pieceId] = /^([0-9a-f-]{36})\.mp3$/.exec(name) ?? [];
    const file = pieceId ? await this.clips.find(episodeId, pieceId) : undefined;
    if (!file?.key) return sendPlain(reply, 404, 'There is no clip here.');
    reply.header('x-robots-tag', 'noindex');
    const { key, mime, bytes, version } = file;
    await this.recordings.sendFile(
      request,
      reply,
      { cacheControl },
      { key, mime, bytes, durationMs: 0, bitrate: 0, sha256: version },
    );
  }
}
