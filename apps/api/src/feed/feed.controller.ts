import { Controller, Delete, Get, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type AdviceId, adviceIds, FeedDesk } from '#libs/feeds';
import { type Actor, NotFound } from '#libs/kernel';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { type FeedAnswer, feedAnswer, type FeedsAnswer, feedsAnswer, toFeedAnswer } from './feed.answer.js';

/** The stored feeds of a show: what is served, and what was found wrong with it. */
@ApiTags('feed')
@Controller('/api/v1/shows/:showId')
export class FeedController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    private readonly desk: FeedDesk,
  ) {}

  @Needs('read')
  @Get('feeds')
  @Answer(feedsAnswer)
  async list(@CurrentActor() actor: Actor, @Id('showId') showId: string): Promise<FeedsAnswer> {
    const { feeds, silenced } = await this.desk.list(actor, showId);
    return { items: feeds.map((feed) => toFeedAnswer(feed, silenced, this.deps.addresses)), silenced };
  }

  @Needs('write')
  @Post('feeds/:feedId/check')
  @Answer(feedAnswer, 202, 'The look goes on after the answer: read the feed again until `check.isRunning` is false.')
  async check(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('feedId') feedId: string,
  ): Promise<FeedAnswer> {
    await this.desk.check(actor, showId, feedId);
    const { feeds, silenced } = await this.desk.list(actor, showId);
    return toFeedAnswer(
      feeds.find(({ id }) => id === feedId)!,
      silenced,
      this.deps.addresses,
    );
  }

  @Needs('write')
  @Put('feed-silences/:adviceId')
  @Answer(undefined, 204, 'The show’s producers do not want to hear it again; only what is advisory.')
  async silence(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Param('adviceId') adviceId: string,
  ): Promise<void> {
    await this.desk.silence(actor, showId, toAdviceId(adviceId));
  }

  @Needs('write')
  @Delete('feed-silences/:adviceId')
  @Answer(undefined, 204)
  async unsilence(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Param('adviceId') adviceId: string,
  ): Promise<void> {
    await this.desk.unsilence(actor, showId, toAdviceId(adviceId));
  }
}

function toAdviceId(text: string): AdviceId {
  const id = adviceIds.find((each) => each === text);
  if (!id) throw new NotFound('This advice');
  return id;
}
