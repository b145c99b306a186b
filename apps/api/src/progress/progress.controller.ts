import { Controller, Get, Inject, type OnApplicationShutdown, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/kernel';
import type { ProgressMessage } from '#libs/media';
import type { Region } from '#libs/messages';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, CurrentRegion, Id } from '../http/params.decorator.js';
import { Shutdown } from '../http/shutdown.js';
import { type JobsAnswer, jobsAnswer } from './jobs.answer.js';
import { EventStream } from './event-stream.js';
import { ProgressHub } from './progress.hub.js';
import { ProgressService } from './progress.service.js';

/** What happens with the sound, live and on demand. */
@ApiTags('progress')
@Controller('api/v1')
@Needs('read')
export class ProgressController implements OnApplicationShutdown {
  constructor(
    @Inject(ProgressHub) private readonly hub: ProgressHub,
    @Inject(ProgressService) private readonly progress: ProgressService,
    @Inject(Shutdown) private readonly shutdown: Shutdown,
  ) {}

  @Get('progress')
  @ApiOperation({
    summary: 'Server-sent events `progress` (a Job) and `upload` (an UploadProgress) of every show that you know',
  })
  @ApiProduces('text/event-stream')
  @ApiResponse({ status: 200 })
  watch(@CurrentActor() actor: Actor, @CurrentRegion() region: Region, @Res() reply: FastifyReply): void {
    reply.hijack();
    const pass = (message: ProgressMessage) => {
      if (this.progress.maySee(actor, message.scope)) void this.send(stream, message, region);
    };
    const resync = () => void this.sendOpen(stream, actor, region);
    const unwatch = this.hub.watch(pass, resync);
    const stream = new EventStream(reply.raw, () => {
      unwatch();
      forget();
    });
    // An open stream would keep the server from closing (`fault:F31`).
    const forget = this.shutdown.onShutdown(() => stream.end());
    resync();
  }

  @Get('jobs')
  @ApiOperation({ summary: 'Waiting, running and last revisions over all your shows, and whether anybody works' })
  @Answer(jobsAnswer)
  list(@CurrentActor() actor: Actor, @CurrentRegion() region: Region): Promise<JobsAnswer> {
    return this.progress.overview(actor, region);
  }

  @Post('jobs/:recordingId/retry')
  @Needs('write')
  @ApiOperation({ summary: 'Try the newest revision of a recording again, from the step at which it ended' })
  @Answer(jobsAnswer)
  async retry(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('recordingId') recordingId: string,
  ): Promise<JobsAnswer> {
    await this.progress.retry(actor, recordingId);
    return this.progress.overview(actor, region);
  }

  @Post('jobs/:recordingId/cancel')
  @Needs('write')
  @ApiOperation({ summary: 'Stop the work on the newest revision of a recording; the original stays' })
  @Answer(jobsAnswer)
  async cancel(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('recordingId') recordingId: string,
  ): Promise<JobsAnswer> {
    await this.progress.cancel(actor, recordingId);
    return this.progress.overview(actor, region);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.hub.close();
  }

  private async send(stream: EventStream, message: ProgressMessage, region: Region): Promise<void> {
    // A moment without the database costs one event; the next one or the resync brings the row.
    const found = await this.progress.read(message, region).catch(() => null);
    if (found) stream.send(found.event, found.data);
  }

  private async sendOpen(stream: EventStream, actor: Actor, region: Region): Promise<void> {
    const jobs = await this.progress.list(actor, region).catch(() => []);
    for (const job of jobs) if (job.state === 'waiting' || job.state === 'running') stream.send('progress', job);
  }
}
