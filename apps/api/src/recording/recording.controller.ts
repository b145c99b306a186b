import { Controller, Get, Headers, Inject, Post, Query, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { type Actor, NotFound } from '#libs/kernel';
import { pickEnclosure, RecordingsService, WorkService } from '#libs/media';
import type { Region } from '#libs/messages';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, CurrentRegion, Id } from '../http/params.decorator.js';
import { episodeRecordings } from './episode-recordings.js';
import { type RecordingAnswer, recordingAnswer, toRecordingAnswer } from './recording.answer.js';
import { sendSound } from './send-sound.js';
import { toSoundType } from './sound-type.js';

/** `revision` chooses one by its id; without it the newest that has this sound. `kind` is one of its files. */
const audioQuery = z.object({
  which: z.enum(['before', 'after']).default('after'),
  revision: z.uuid().optional(),
  /** The one that is published, unless said. */
  kind: z.enum(['mp3', 'm4a', 'opus', 'video']).optional(),
});

/** An episode's recording: how it stands, trying again, stopping, and listening before and after. */
@ApiTags('recordings')
@Controller('api/v1/shows/:showId/episodes/:episodeId/recording')
@Needs('read')
export class RecordingController {
  constructor(
    @InjectDataSource('api') private readonly dataSource: DataSource,
    @Inject(RecordingsService) private readonly recordings: RecordingsService,
    @Inject(WorkService) private readonly work: WorkService,
    @Inject(API_DEPS) private readonly deps: ApiDeps,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The upload and every revision, newest first; also the polling twin of the events' })
  @Answer(recordingAnswer)
  async get(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<RecordingAnswer> {
    const { recordingId } = await episodeRecordings.find(this.dataSource.manager, actor, showId, episodeId);
    if (!recordingId) return { recordingId: null, upload: null, revisions: [] };
    const view = await this.recordings.get(actor, recordingId);
    const outlooks = await this.work.outlook(view.revisions.map(({ id }) => id));
    return toRecordingAnswer(view, { showId, episodeId }, region, outlooks);
  }

  @Post('retry')
  @Needs('write')
  @ApiOperation({ summary: 'Try the newest revision again, from the step at which it ended' })
  @Answer(recordingAnswer)
  async retry(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<RecordingAnswer> {
    await this.recordings.retry(actor, await this.recordingOf(actor, showId, episodeId));
    return this.get(actor, region, showId, episodeId);
  }

  @Post('cancel')
  @Needs('write')
  @ApiOperation({ summary: 'Stop the work on the newest revision; the original stays' })
  @Answer(recordingAnswer)
  async cancel(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<RecordingAnswer> {
    await this.recordings.cancel(actor, await this.recordingOf(actor, showId, episodeId));
    return this.get(actor, region, showId, episodeId);
  }

  @Get('audio')
  @ApiOperation({ summary: 'The sound as it was sent (before) or as it is published (after), by byte range' })
  @ApiProduces('audio/mpeg')
  @ApiResponse({ status: 200 })
  @ApiResponse({ status: 206 })
  async audio(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Query({ schema: audioQuery }) { which, revision: id, kind }: z.infer<typeof audioQuery>,
    @Headers('range') range: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const recordingId = await this.recordingOf(actor, showId, episodeId);
    const revision = await this.recordings.findPlayable(actor, recordingId, which, id);
    const files = revision.renditions;
    const file = kind ? files.find((rendition) => rendition.kind === kind) : pickEnclosure(files);
    const [key, type] =
      which === 'after' ? [file?.key, file?.mime] : [revision.originalKey, toSoundType(revision.probe?.container)];
    if (!key || !type) throw new NotFound('This sound');
    await sendSound(this.deps.storage, reply, { key, type }, range);
  }

  private async recordingOf(actor: Actor, showId: string, episodeId: string): Promise<string> {
    const { recordingId } = await episodeRecordings.find(this.dataSource.manager, actor, showId, episodeId);
    if (!recordingId) throw new NotFound('This recording');
    return recordingId;
  }
}
