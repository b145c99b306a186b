import { Body, Controller, Get, Headers, Inject, Patch, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { ClipsService, HighlightsDeskQuery, requireRole } from '#libs/catalog';
import { type Actor, NotFound } from '#libs/kernel';
import { ClipFiles } from '#libs/sharing';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { sendSound } from '../recording/send-sound.js';
import { clipForm, newClipForm, stepForm } from './clip.form.js';
import { HighlightsAnswers } from './highlights-answers.js';
import { type HighlightsAnswer, highlightsAnswer } from './highlights.answer.js';

/** Clips of an episode and their files. Every change answers with all clips and quotes as they are then. */
@ApiTags('clips and quotes')
@Controller('/api/v1/shows/:showId/episodes/:episodeId')
@Needs('write')
export class ClipController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    @Inject(ClipsService) private readonly clips: ClipsService,
    @Inject(HighlightsAnswers) private readonly answers: HighlightsAnswers,
    @Inject(HighlightsDeskQuery) private readonly desk: HighlightsDeskQuery,
    @Inject(ClipFiles) private readonly files: ClipFiles,
  ) {}

  @Post('clips')
  @Answer(highlightsAnswer, 201, 'A clip of a selection, which grows to whole sentences.')
  async create(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Body({ schema: newClipForm }) form: z.infer<typeof newClipForm>,
  ): Promise<HighlightsAnswer> {
    await this.clips.create(actor, showId, episodeId, form);
    return this.answers.of(actor, showId, episodeId);
  }

  @Patch('clips/:clipId')
  @ApiOperation({ summary: 'Change a clip; other times or people have to be agreed to again' })
  @Answer(highlightsAnswer)
  async update(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('clipId') clipId: string,
    @Body({ schema: clipForm }) form: z.infer<typeof clipForm>,
  ): Promise<HighlightsAnswer> {
    await this.clips.update(actor, showId, clipId, form);
    return this.answers.of(actor, showId, episodeId);
  }

  @Post('clips/:clipId/steps')
  @ApiOperation({ summary: 'Pick a proposal, put a clip away, take that back, or confirm it after the sound changed' })
  @Answer(highlightsAnswer)
  async step(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('clipId') clipId: string,
    @Body({ schema: stepForm }) { step }: z.infer<typeof stepForm>,
  ): Promise<HighlightsAnswer> {
    await this.clips[step](actor, showId, clipId);
    return this.answers.of(actor, showId, episodeId);
  }

  @Needs('read')
  @Get('clip-files/:fileId')
  @ApiOperation({ summary: 'Fetch a file of a clip' })
  @ApiProduces('video/mp4', 'audio/mpeg', 'text/vtt', 'application/x-subrip')
  @ApiResponse({ status: 200 })
  @ApiResponse({ status: 206 })
  async file(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('fileId') fileId: string,
    @Headers('range') range: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.desk.get(actor, showId, episodeId);
    const { key, mime, fileName } = await this.files.find(episodeId, fileId);
    if (!key) throw new NotFound('This file');
    // Names are ASCII without quotes (`clipFileName`).
    reply.header('content-disposition', `inline; filename="${fileName}"`);
    await sendSound(this.deps.storage, reply, { key, type: mime }, range);
  }

  @Post('clip-files/:fileId/again')
  @ApiOperation({ summary: 'Make a file that failed once more' })
  @Answer(highlightsAnswer)
  async again(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('fileId') fileId: string,
  ): Promise<HighlightsAnswer> {
    requireRole(actor, showId, ['owner', 'producer', 'editor'], 'write');
    await this.desk.get(actor, showId, episodeId);
    await this.files.again(episodeId, fileId);
    return this.answers.of(actor, showId, episodeId);
  }
}
