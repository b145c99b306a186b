import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { FeedPreviews } from '#libs/feeds';
import type { Actor } from '#libs/kernel';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { diffAnswer, effectsAnswer, toDiffAnswer } from './feed-diff.answer.js';
import { adviceAnswer, toAdviceAnswer } from './feed.answer.js';

const previewAnswer = z
  .object({
    /** As apps will get it; empty while there is no file. */
    itemXml: z.string(),
    diff: diffAnswer,
    effects: effectsAnswer,
    advice: z.array(adviceAnswer),
    /** When it opens to everybody, if that is after its release. */
    opensAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'FeedPreview' });

/** What releasing the working copy of an episode would do to the show's feed. */
@ApiTags('feed')
@Controller('/api/v1/shows/:showId/episodes/:episodeId/feed-preview')
export class FeedPreviewController {
  constructor(private readonly previews: FeedPreviews) {}

  @Needs('read')
  @Get()
  @Answer(previewAnswer)
  async get(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<z.infer<typeof previewAnswer>> {
    const { itemXml, diff, effects, advice, opensAt } = await this.previews.get(actor, showId, episodeId);
    return {
      ...{ itemXml, effects, diff: toDiffAnswer(diff), advice: advice.map(toAdviceAnswer) },
      opensAt: opensAt?.toISOString() ?? null,
    };
  }
}
