import { Body, Controller, Delete, Get, Headers, Inject, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { PiecesService } from '#libs/catalog';
import { type Actor, NotFound } from '#libs/kernel';
import { RecordingsService } from '#libs/media';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { sendSound } from '../recording/send-sound.js';
import { type PieceAnswer, pieceAnswer, toPieceAnswer } from './show-sound.answer.js';
import { newPieceForm, pieceForm } from './sound.form.js';

/** `revision` makes the address new when the sound is. */
const audioQuery = z.object({ revision: z.uuid().optional() });

/** The pieces of a show's library. One begins as an upload with the metadata `purpose=piece`. */
@ApiTags('sound')
@Controller('/api/v1/shows/:showId/pieces')
@Needs('write')
export class PieceController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    private readonly pieces: PiecesService,
    @Inject(RecordingsService) private readonly recordings: RecordingsService,
  ) {}

  @Post()
  @Answer(pieceAnswer, 201, 'A piece made of an upload with purpose=piece, which may still be on its way.')
  async create(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Body({ schema: newPieceForm }) form: z.infer<typeof newPieceForm>,
  ): Promise<PieceAnswer> {
    return this.answer(actor, showId, await this.pieces.create(actor, showId, form));
  }

  @Patch(':pieceId')
  @Answer(pieceAnswer)
  async update(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('pieceId') pieceId: string,
    @Body({ schema: pieceForm }) form: z.infer<typeof pieceForm>,
  ): Promise<PieceAnswer> {
    await this.pieces.update(actor, showId, pieceId, form);
    return this.answer(actor, showId, pieceId);
  }

  @Delete(':pieceId')
  @Answer(undefined, 204, 'Gone from the library; what was made with it keeps it.')
  async delete(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('pieceId') pieceId: string,
  ): Promise<void> {
    await this.pieces.delete(actor, showId, pieceId);
  }

  @Needs('read')
  @Get(':pieceId/audio')
  @ApiOperation({ summary: 'Listen to a piece, by byte range' })
  @ApiProduces('audio/mpeg')
  @ApiResponse({ status: 200 })
  @ApiResponse({ status: 206 })
  async audio(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('pieceId') pieceId: string,
    @Query({ schema: audioQuery }) query: z.infer<typeof audioQuery>,
    @Headers('range') range: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { recordingId } = await this.pieces.get(actor, showId, pieceId);
    const { renditions } = await this.recordings.findPlayable(actor, recordingId, 'after', query.revision);
    const mp3 = renditions.find(({ kind }) => kind === 'mp3');
    if (!mp3) throw new NotFound('This sound');
    await sendSound(this.deps.storage, reply, { key: mp3.key, type: mp3.mime }, range);
  }

  private async answer(actor: Actor, showId: string, pieceId: string): Promise<PieceAnswer> {
    return toPieceAnswer(showId, await this.pieces.get(actor, showId, pieceId));
  }
}
