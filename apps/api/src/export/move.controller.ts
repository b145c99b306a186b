import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '#libs/kernel';
import { MovesService, type MoveView } from '#libs/transfer';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';

const moveForm = z.strictObject({
  /** The feed’s address at the new host. */
  to: z.string().trim().min(1).max(2000),
  /** Redirect although the feed there is another podcast. */
  anyway: z.boolean().default(false),
});

const moveAnswer = z
  .object({
    /** Where the feeds of the show lead to; null: they are served from here. */
    movedTo: z.string().nullable(),
    /** How the new feed compared, when it was looked at just now. */
    check: z.object({ isSameGuid: z.boolean(), found: z.int(), total: z.int() }).nullable(),
  })
  .meta({ id: 'ShowMove' });
type MoveAnswer = z.infer<typeof moveAnswer>;

/** A podcast that lives elsewhere: its feeds answer 301 and name their new address. */
@ApiTags('export')
@Controller('/api/v1/shows/:showId/move')
@Needs('admin')
export class MoveController {
  constructor(private readonly moves: MovesService) {}

  @Get()
  @Answer(moveAnswer)
  async get(@CurrentActor() actor: Actor, @Id('showId') showId: string): Promise<MoveAnswer> {
    return toAnswer(await this.moves.get(actor, showId));
  }

  @Post()
  @ApiOperation({ summary: 'Look at the new feed, and redirect there when it is the same podcast' })
  @Answer(moveAnswer, 200)
  async move(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Body({ schema: moveForm }) form: z.infer<typeof moveForm>,
  ): Promise<MoveAnswer> {
    return toAnswer(await this.moves.move(actor, showId, form));
  }

  @Delete()
  @ApiOperation({ summary: 'Serve the feeds from here again' })
  @Answer(moveAnswer)
  async moveBack(@CurrentActor() actor: Actor, @Id('showId') showId: string): Promise<MoveAnswer> {
    return toAnswer(await this.moves.moveBack(actor, showId));
  }
}

function toAnswer({ movedTo, check }: MoveView): MoveAnswer {
  return { movedTo: movedTo || null, check };
}
