import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SecretAddresses, type SecretHolder } from '#libs/catalog';
import { isId, TooMany } from '#libs/kernel';
import { type MediaDoor, RecordingServer } from '../media/recording-server.js';
import { sendChapters } from '../media/send-chapters.js';
import { sendPlain } from '../media/send-plain.js';
import { sendTranscript } from '../media/send-transcript.js';
import { WEB_DEPS, type WebDeps } from '../web.deps.js';
import { privateHeaders, SecretFeedServer } from './secret-feed-server.js';
import { SecretHolders } from './secret-holders.js';
import { SubscriberMedia } from './subscriber-media.js';

/** `/f/{secret}/…`: a private or personal feed, and the files that a subscriber's secret opens. */
@Controller('/f/:secret')
export class SecretController {
  constructor(
    @Inject(WEB_DEPS) private readonly deps: WebDeps,
    private readonly holders: SecretHolders,
    private readonly feeds: SecretFeedServer,
    private readonly media: SubscriberMedia,
    private readonly recordings: RecordingServer,
  ) {}

  @Get('feed.xml')
  async feed(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
    @Query('page') page: string | undefined,
  ): Promise<void> {
    const holder = await this.holderOf(request, reply, secret);
    if (holder === 'refused') return;
    if (!holder) return sendPlain(reply, 404, 'There is no feed at this address.');
    await this.holders.noteFetch(holder, this.deps.clock.now());
    return this.feeds.send(request, reply, holder, secret, toPage(page));
  }

  @Get('m/:episodeId/chapters.json')
  async chapters(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
    @Param('episodeId') episodeId: string,
  ): Promise<void> {
    const door = await this.doorOf(request, reply, secret);
    if (!door) return;
    const episode = isId(episodeId) ? await door.find(episodeId) : undefined;
    return sendChapters(request, reply, episode, door.cacheControl);
  }

  @Get('m/:episodeId/:file')
  async transcript(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
    @Param('episodeId') episodeId: string,
    @Param('file') file: string,
  ): Promise<void> {
    const holder = await this.holderOf(request, reply, secret);
    if (holder === 'refused') return;
    const isOpen = holder?.kind === 'subscriber' && isId(episodeId);
    const found = isOpen ? await this.media.transcript(holder.showId, episodeId, file) : undefined;
    return sendTranscript(request, reply, found, privateHeaders['cache-control']);
  }

  @Get('m/:episodeId/:revision/hls/:part')
  async part(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
    @Param('episodeId') episodeId: string,
    @Param('revision') revision: string,
    @Param('part') file: string,
  ): Promise<void> {
    const door = await this.doorOf(request, reply, secret);
    if (door) return this.recordings.sendPart(request, reply, door, { episodeId, revision, file });
  }

  @Get('m/:episodeId/:revision/:file')
  async file(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
    @Param('episodeId') episodeId: string,
    @Param('revision') revision: string,
    @Param('file') file: string,
  ): Promise<void> {
    const door = await this.doorOf(request, reply, secret);
    if (door) return this.recordings.sendRevision(request, reply, door, { episodeId, revision, file });
  }

  /** The door that a subscriber's secret opens: to the files of their show (`feed:V07`). Undefined: refused, and told so. */
  private async doorOf(request: FastifyRequest, reply: FastifyReply, secret: string): Promise<MediaDoor | undefined> {
    const holder = await this.holderOf(request, reply, secret);
    if (holder === 'refused') return undefined;
    if (holder?.kind !== 'subscriber') {
      await sendPlain(reply, 404, 'There is no published recording here.');
      return undefined;
    }
    const addresses = new SecretAddresses(this.deps.addresses.origin, secret, this.deps.addresses.hosts);
    return {
      find: (id) => this.media.find(holder.showId, id),
      isExpired: (id) => this.media.isExpired(id),
      locate: (id, revision, file) => addresses.enclosure(id, revision, encodeURIComponent(file)),
      cacheControl: privateHeaders['cache-control'],
    };
  }

  private async holderOf(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string,
  ): Promise<SecretHolder | undefined | 'refused'> {
    reply.headers(privateHeaders);
    try {
      return await this.holders.find(secret, request.ip);
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      reply.header('retry-after', String(error.retryAfterSeconds));
      await sendPlain(reply, 429, 'Too many wrong addresses; wait a while and try again.');
      return 'refused';
    }
  }
}

function toPage(asked: string | undefined): number {
  return typeof asked === 'string' && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
}
