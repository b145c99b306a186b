import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TranscriptQuery } from '#libs/catalog';
import { isId } from '#libs/kernel';
import type { Encoded } from '../page/encoded.js';
import { PageCache } from '../page/page-cache.js';
import { PublishedMedia } from './published-media.js';
import { sendTranscript, toTranscriptFile, toTranscriptName } from './send-transcript.js';

/** What is said in a published episode, in every form that apps and people read (`Addresses.transcript`). */
@Controller('/m/:episodeId')
export class TranscriptController {
  constructor(
    private readonly media: PublishedMedia,
    private readonly transcripts: TranscriptQuery,
    private readonly cache: PageCache,
  ) {}

  @Get(':file')
  async file(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('episodeId') id: string,
    @Param('file') file: string,
  ): Promise<void> {
    // What guests take back is gone within the minute, also from what is kept on the way.
    return sendTranscript(request, reply, await this.find(id, file), 'public, max-age=60');
  }

  /** Whether listeners may have it is asked each time; what it says is kept until readers see something else. */
  private async find(id: string, file: string): Promise<Encoded | undefined> {
    const name = toTranscriptName(file);
    const episode = name && isId(id) ? await this.media.find(id) : undefined;
    if (!name || !episode) return undefined;
    return this.cache.get(`transcript ${id} ${name.lang} ${name.extension}`, async () => {
      const transcript = await this.transcripts.released(id, name.lang, episode.isPlanned);
      return transcript && toTranscriptFile(name.extension, transcript, episode.title);
    });
  }
}
