import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { EpisodeDeskQuery, EpisodePublishingService } from '#libs/catalog';
import type { Actor } from '#libs/kernel';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { type EpisodeAnswer, episodeAnswer, toEpisodeAnswer } from './episode.answer.js';
import { announceForm, publishForm, scheduleForm, unpublishForm } from './episode.form.js';

/** From working copy to listeners and back. What is missing answers 422 EPISODE_NOT_READY with `blockers`. */
@ApiTags('episode')
@Controller('/api/v1/shows/:showId/episodes/:episodeId')
@Needs('publish')
export class EpisodePublishController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    private readonly publishing: EpisodePublishingService,
    private readonly desk: EpisodeDeskQuery,
  ) {}

  @Post('publish')
  @ApiBody({ required: false, schema: z.toJSONSchema(publishForm) as never })
  @Answer(
    episodeAnswer,
    200,
    'At once, or with `afterSeconds` as a plan that can be taken back by `unschedule` until the last second.',
  )
  async publish(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Body({ schema: publishForm }) form: z.infer<typeof publishForm>,
  ): Promise<EpisodeAnswer> {
    await this.publishing.publish(actor, showId, episodeId, form ?? {});
    return this.answer(actor, showId, episodeId);
  }

  @Post('schedule')
  @Answer(episodeAnswer, 200, 'A time that does not exist or happens twice answers 422 with `possible`.')
  async schedule(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Body({ schema: scheduleForm }) form: z.infer<typeof scheduleForm>,
  ): Promise<EpisodeAnswer> {
    await this.publishing.schedule(actor, showId, episodeId, form);
    return this.answer(actor, showId, episodeId);
  }

  @Post('unschedule')
  @Answer(episodeAnswer)
  async unschedule(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<EpisodeAnswer> {
    await this.publishing.unschedule(actor, showId, episodeId);
    return this.answer(actor, showId, episodeId);
  }

  @Post('update')
  @Answer(episodeAnswer, 200, 'Releases the working copy of a published episode again.')
  async update(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<EpisodeAnswer> {
    await this.publishing.update(actor, showId, episodeId);
    return this.answer(actor, showId, episodeId);
  }

  @Post('unpublish')
  @ApiBody({ required: false, schema: z.toJSONSchema(unpublishForm) as never })
  @Answer(
    episodeAnswer,
    200,
    'Off pages and feeds; with `isByLaw` its address answers 451 until it is published again.',
  )
  async unpublish(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Body({ schema: unpublishForm }) form: z.infer<typeof unpublishForm>,
  ): Promise<EpisodeAnswer> {
    await this.publishing.unpublish(actor, showId, episodeId, form ?? {});
    return this.answer(actor, showId, episodeId);
  }

  @Post('announce')
  @Answer(episodeAnswer, 200, 'Its page is there before the release, with people and date, or is not there any more.')
  async announce(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Body({ schema: announceForm }) { isAnnounced }: z.infer<typeof announceForm>,
  ): Promise<EpisodeAnswer> {
    await this.publishing.announce(actor, showId, episodeId, isAnnounced);
    return this.answer(actor, showId, episodeId);
  }

  private async answer(actor: Actor, showId: string, episodeId: string): Promise<EpisodeAnswer> {
    return toEpisodeAnswer(await this.desk.get(actor, showId, episodeId), this.deps.addresses);
  }
}
