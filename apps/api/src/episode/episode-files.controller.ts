import {
  Body,
  Controller,
  Get,
  Inject,
  Post,
  Put,
  Query,
  Req,
  Res,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { z } from 'zod';
import { EpisodeDeskQuery, EpisodeFilesService, kindFacts } from '#libs/catalog';
import type { Actor } from '#libs/kernel';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { streamedType } from '../http/body.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { type EpisodeAnswer, episodeAnswer, toEpisodeAnswer } from './episode.answer.js';
import { filesForm, newFileQuery } from './episode.form.js';

/** Slides, documents and pictures beside the sound; a stale `version` answers 409. */
@ApiTags('episode')
@Controller('/api/v1/shows/:showId/episodes/:episodeId/files')
@Needs('write')
export class EpisodeFilesController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    private readonly files: EpisodeFilesService,
    private readonly desk: EpisodeDeskQuery,
  ) {}

  /** The body is the file, told apart by its content, and never held in memory as a whole. */
  @Post()
  @ApiConsumes(streamedType)
  @Answer(episodeAnswer, 201, 'What is none of the kinds that are taken answers 422 FILE_KIND_UNKNOWN.')
  async add(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Query({ schema: newFileQuery }) { version, name, lang, label }: z.infer<typeof newFileQuery>,
    @Req() request: FastifyRequest,
  ): Promise<EpisodeAnswer> {
    const { body } = request;
    if (!(body instanceof Readable)) throw new UnsupportedMediaTypeException();
    const named = lang && label ? { lang, text: label } : undefined;
    await this.files.add(actor, { showId, episodeId, version }, { name, label: named }, body);
    return this.answer(actor, showId, episodeId);
  }

  @Put()
  @Answer(episodeAnswer, 200, 'Order and labels; one that is left out goes, and may be named again to come back.')
  async arrange(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Body({ schema: filesForm }) { version, files }: z.infer<typeof filesForm>,
  ): Promise<EpisodeAnswer> {
    await this.files.arrange(actor, { showId, episodeId, version }, files);
    return this.answer(actor, showId, episodeId);
  }

  @Needs('read')
  @Get(':fileId')
  @ApiOperation({ summary: 'Save a file of the working copy' })
  @ApiProduces('application/octet-stream')
  @ApiResponse({ status: 200 })
  async get(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('fileId') fileId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { key, kind, name, bytes } = await this.files.get(actor, showId, episodeId, fileId);
    reply.headers({
      'content-type': kindFacts[kind].mime,
      'content-length': bytes,
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': `default-src 'none'; sandbox`,
      'cache-control': 'private, no-store',
    });
    await reply.send(await this.deps.storage.read(key));
  }

  private async answer(actor: Actor, showId: string, episodeId: string): Promise<EpisodeAnswer> {
    return toEpisodeAnswer(await this.desk.get(actor, showId, episodeId), this.deps.addresses);
  }
}
