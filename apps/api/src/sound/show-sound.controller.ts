import { Body, Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { ShowSoundService } from '#libs/catalog';
import type { Actor } from '#libs/kernel';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { type ShowSoundAnswer, showSoundAnswer, toShowSoundAnswer } from './show-sound.answer.js';
import { batchForm, showSoundForm } from './sound.form.js';

/** How a show wants its sound, and the rendering of its whole catalogue. A stale `version` answers 409 with both values. */
@ApiTags('sound')
@Controller('/api/v1/shows/:showId/sound')
@Needs('write')
export class ShowSoundController {
  constructor(private readonly sound: ShowSoundService) {}

  @Needs('read')
  @Get()
  @Answer(showSoundAnswer)
  async get(@CurrentActor() actor: Actor, @Id('showId') showId: string): Promise<ShowSoundAnswer> {
    return toShowSoundAnswer(showId, await this.sound.get(actor, showId));
  }

  @Put()
  @ApiOperation({ summary: 'Save the settings; nothing is rendered, `stale` says what could be' })
  @Answer(showSoundAnswer)
  async save(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Body({ schema: showSoundForm }) form: z.infer<typeof showSoundForm>,
  ): Promise<ShowSoundAnswer> {
    await this.sound.save(actor, showId, form);
    return this.get(actor, showId);
  }

  @Post('renders')
  @ApiOperation({
    summary: 'Render what is stale in the background; `release` (scope publish) hands it to listeners too',
  })
  @Answer(showSoundAnswer, 202)
  async render(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Body({ schema: batchForm }) form: z.infer<typeof batchForm>,
  ): Promise<ShowSoundAnswer> {
    await this.sound.render(actor, showId, form);
    return this.get(actor, showId);
  }

  @Delete('renders')
  @ApiOperation({ summary: 'Take back what still waits; what runs is finished' })
  @Answer(showSoundAnswer)
  async takeBack(@CurrentActor() actor: Actor, @Id('showId') showId: string): Promise<ShowSoundAnswer> {
    await this.sound.takeBack(actor, showId);
    return this.get(actor, showId);
  }
}
