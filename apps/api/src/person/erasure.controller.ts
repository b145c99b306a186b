import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ErasePersonService } from '#libs/catalog';
import type { Actor } from '#libs/kernel';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';

const erasureForm = z.strictObject({ name: z.string().max(500) });

export const erasureAnswer = z
  .object({
    name: z.string(),
    /** `isStillNamed`: the name stands in what was written or said there; that stays. */
    episodes: z.array(
      z.object({ episodeId: z.uuid(), showId: z.uuid(), title: z.string(), isStillNamed: z.boolean() }),
    ),
    hosted: z.int(),
    links: z.int(),
    quotes: z.int(),
    clips: z.int(),
    /** That they did not want to be read. */
    transcripts: z.int(),
    hasPhoto: z.boolean(),
    merged: z.int(),
  })
  .meta({ id: 'Erasure' });
export type ErasureAnswer = z.infer<typeof erasureAnswer>;

/** Everything about a person goes for good; only who owns the instance can do it. */
@ApiTags('person')
@Controller('/api/v1/persons/:personId/erasure')
@Needs('admin')
export class ErasureController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    private readonly persons: ErasePersonService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What would go, and where the name would still stand' })
  @Answer(erasureAnswer)
  async preview(@CurrentActor() actor: Actor, @Id('personId') personId: string): Promise<ErasureAnswer> {
    return this.persons.preview(actor, personId);
  }

  @Post()
  @ApiOperation({ summary: 'Erase the person; the name has to be said once more. It cannot be taken back' })
  @Answer(undefined, 204)
  async erase(
    @CurrentActor() actor: Actor,
    @Id('personId') personId: string,
    @Body({ schema: erasureForm }) { name }: z.infer<typeof erasureForm>,
  ): Promise<void> {
    await this.deps.mailer.forgetKeptMails(await this.persons.erase(actor, personId, name));
    // Who did it and which record it was; never who the person was.
    const userId = actor.kind === 'user' ? actor.userId : null;
    this.deps.log.info({ personId, userId }, 'a person was erased');
  }
}
