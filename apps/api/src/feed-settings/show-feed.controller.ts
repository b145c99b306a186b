import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { ShowFeedService } from '#libs/catalog';
import type { Actor } from '#libs/kernel';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { type ShowFeedAnswer, showFeedAnswer } from './feed-settings.answer.js';
import { showFeedForm } from './feed-settings.form.js';

/** What a show's feed says beyond name, cover and category. A stale `version` answers 409 with both values. */
@ApiTags('feed')
@Controller('/api/v1/shows/:showId/feed-settings')
@Needs('write')
export class ShowFeedController {
  constructor(private readonly feeds: ShowFeedService) {}

  @Needs('read')
  @Get()
  @Answer(showFeedAnswer)
  get(@CurrentActor() actor: Actor, @Id('showId') showId: string): Promise<ShowFeedAnswer> {
    return this.feeds.get(actor, showId);
  }

  @Put()
  @ApiOperation({ summary: 'Save the settings; a field that is left out stays. The feed is built again' })
  @Answer(showFeedAnswer)
  save(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Body({ schema: showFeedForm }) form: z.infer<typeof showFeedForm>,
  ): Promise<ShowFeedAnswer> {
    return this.feeds.save(actor, showId, form);
  }
}
