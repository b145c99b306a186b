import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { FeedDesk, FeedRestores } from '#libs/feeds';
import type { Actor } from '#libs/kernel';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { comparisonAnswer, toDiffAnswer } from './feed-diff.answer.js';
import { toVersionAnswer, versionsAnswer } from './feed.answer.js';

const pageForm = z.strictObject({ page: z.coerce.number().int().min(1).max(100_000).default(1) });
const restoreForm = z.strictObject({
  /** Listeners may lose the episodes that are younger than the version. */
  acceptMissing: z.boolean().default(false),
});

/** Every version of a feed that was served, and those that are planned. */
@ApiTags('feed')
@Controller('/api/v1/shows/:showId/feeds/:feedId/versions')
export class FeedVersionController {
  constructor(
    private readonly desk: FeedDesk,
    private readonly restores: FeedRestores,
  ) {}

  @Needs('read')
  @Get()
  @Answer(versionsAnswer, 200, 'Newest first, twenty a page.')
  async list(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('feedId') feedId: string,
    @Query({ schema: pageForm }) { page }: z.infer<typeof pageForm>,
  ): Promise<z.infer<typeof versionsAnswer>> {
    const { items, total, pages } = await this.desk.versions(actor, showId, feedId, page);
    return { items: items.map(toVersionAnswer), total, page, pages };
  }

  @Needs('read')
  @Get(':versionId')
  @Answer(
    comparisonAnswer,
    200,
    'What it changed against the version before it, and what each kind of app saw of that.',
  )
  async compare(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('feedId') feedId: string,
    @Id('versionId') versionId: string,
  ): Promise<z.infer<typeof comparisonAnswer>> {
    const { version, previous, diff, effects } = await this.desk.compare(actor, showId, feedId, versionId);
    return {
      version: toVersionAnswer(version),
      previous: previous && toVersionAnswer(previous),
      diff: toDiffAnswer(diff),
      effects,
    };
  }

  @Needs('read')
  @Get(':versionId/feed.xml')
  @ApiProduces('application/rss+xml')
  @Answer(undefined, 200, 'The bytes as they were served.')
  async download(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('feedId') feedId: string,
    @Id('versionId') versionId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bytes = await this.desk.bytes(actor, showId, feedId, versionId);
    await reply
      .header('content-type', 'application/rss+xml; charset=utf-8')
      .header('content-disposition', 'attachment; filename="feed.xml"')
      .header('cache-control', 'private, no-store')
      .send(bytes);
  }

  @Needs('publish')
  @Post(':versionId/restore')
  @Answer(
    versionsAnswer,
    200,
    'Serves its words again until the content changes. 409 FEED_VERSION_UNSAFE with `problems`, FEED_VERSION_LACKS_EPISODES with `missing`.',
  )
  async restore(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('feedId') feedId: string,
    @Id('versionId') versionId: string,
    @Body({ schema: restoreForm }) form: z.infer<typeof restoreForm>,
  ): Promise<z.infer<typeof versionsAnswer>> {
    await this.restores.restore(actor, showId, feedId, versionId, form);
    const { items, total, pages } = await this.desk.versions(actor, showId, feedId, 1);
    return { items: items.map(toVersionAnswer), total, page: 1, pages };
  }
}
