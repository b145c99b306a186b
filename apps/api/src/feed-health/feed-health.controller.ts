import { Controller, Get, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/kernel';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { type FeedHealthAnswer, feedHealthAnswer, type PushesAnswer, pushesAnswer } from './feed-health.answer.js';
import { FeedHealth } from './feed-health.js';

/** How a feed is doing, and telling hubs of it. */
@ApiTags('feed')
@Controller('/api/v1/shows/:showId/feeds/:feedId')
export class FeedHealthController {
  constructor(private readonly health: FeedHealth) {}

  @Needs('read')
  @Get('health')
  @ApiOperation({ summary: 'Sizes, what was fetched in seven days, which apps have the present bytes, who was told' })
  @Answer(feedHealthAnswer)
  read(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('feedId') feedId: string,
  ): Promise<FeedHealthAnswer> {
    return this.health.read(actor, showId, feedId);
  }

  @Needs('publish')
  @Post('pushes')
  @ApiOperation({ summary: 'Tell hubs and podping now; 409 with `silence` when nobody may or can be told' })
  @Answer(pushesAnswer, 202, 'They are told after the answer: read the health again for what came of it.')
  tell(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('feedId') feedId: string,
  ): Promise<PushesAnswer> {
    return this.health.tell(actor, showId, feedId);
  }
}
