import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { requireSeeShow, TagQuery } from '#libs/catalog';
import { type Actor, toSlug } from '#libs/kernel';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';

const tagQuery = z.object({ q: z.string().max(200).default('') });
const tagsAnswer = z.object({
  items: z.array(z.object({ slug: z.string(), name: z.string(), count: z.int() }).meta({ id: 'Tag' })),
});

/** Tags that an episode may be given: those of all that is published here, and of this show's drafts. */
@ApiTags('tag')
@Controller('/api/v1/shows/:showId/tags')
export class TagController {
  constructor(private readonly tags: TagQuery) {}

  @Needs('read')
  @Get()
  @Answer(tagsAnswer, 200, 'Up to 20 that begin like `q`, or hold it; the most frequent first.')
  async suggest(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Query({ schema: tagQuery }) { q }: z.infer<typeof tagQuery>,
  ): Promise<z.infer<typeof tagsAnswer>> {
    requireSeeShow(actor, showId);
    return { items: await this.tags.suggest(showId, toSlug(q, '')) };
  }
}
