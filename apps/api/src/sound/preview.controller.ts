import { Body, Controller, Get, Headers, Inject, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { EpisodeSoundService } from '#libs/catalog';
import { type Actor, NotFound } from '#libs/kernel';
import { PreviewsService } from '#libs/media';
import type { Region } from '#libs/messages';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, CurrentRegion, Id } from '../http/params.decorator.js';
import { sendSound } from '../recording/send-sound.js';
import { type PreviewAnswer, previewAnswer } from './episode-sound.answer.js';
import { EpisodeSounds } from './episode-sounds.js';
import { previewForm } from './sound.form.js';
import { toPreview } from './to-episode-sound.js';

/** Half a minute of an episode as it would sound, for ears only; it goes after an hour. */
@ApiTags('sound')
@Controller('/api/v1/shows/:showId/episodes/:episodeId/sound/previews')
@Needs('read')
export class PreviewController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    private readonly sounds: EpisodeSounds,
    private readonly settings: EpisodeSoundService,
    @Inject(PreviewsService) private readonly previews: PreviewsService,
  ) {}

  @Needs('write')
  @Post()
  @ApiOperation({ summary: 'Order one; it takes the place of one that still waits' })
  @Answer(previewAnswer, 202)
  async create(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Body({ schema: previewForm }) { atMs, ...changes }: z.infer<typeof previewForm>,
  ): Promise<PreviewAnswer> {
    const { recordingId, sound } = await this.settings.preview(actor, showId, episodeId, changes);
    const preview = await this.previews.create(actor, recordingId, { atMs, sound });
    return toPreview(preview, { showId, episodeId }, region);
  }

  @Get(':previewId')
  @ApiOperation({ summary: 'How far it is' })
  @Answer(previewAnswer)
  async get(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('previewId') previewId: string,
  ): Promise<PreviewAnswer> {
    const recordingId = await this.sounds.recordingOf(actor, showId, episodeId);
    const preview = await this.previews.get(actor, recordingId, previewId);
    return toPreview(preview, { showId, episodeId }, region);
  }

  @Get(':previewId/audio')
  @ApiOperation({ summary: 'Its sound, by byte range' })
  @ApiProduces('audio/mpeg')
  @ApiResponse({ status: 200 })
  @ApiResponse({ status: 206 })
  async audio(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('previewId') previewId: string,
    @Headers('range') range: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const recordingId = await this.sounds.recordingOf(actor, showId, episodeId);
    const { key } = await this.previews.get(actor, recordingId, previewId);
    if (!key) throw new NotFound('This sound');
    await sendSound(this.deps.storage, reply, { key, type: 'audio/mpeg' }, range);
  }
}
