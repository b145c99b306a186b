import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { BinQuery } from '#libs/catalog';
import type { Actor } from '#libs/kernel';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor } from '../http/params.decorator.js';

const binAnswer = z.object({
  items: z.array(
    z
      .object({
        kind: z.enum(['show', 'episode']),
        id: z.uuid(),
        showId: z.uuid(),
        title: z.string(),
        deletedAt: z.iso.datetime(),
        /** From then on it cannot be restored, and its address answers 410 for ever. */
        purgeAt: z.iso.datetime(),
      })
      .meta({ id: 'BinItem' }),
  ),
});

/** What was deleted in the last 30 days. */
@ApiTags('bin')
@Controller('/api/v1/bin')
export class BinController {
  constructor(private readonly bin: BinQuery) {}

  @Needs('read')
  @Get()
  @Answer(binAnswer)
  async list(@CurrentActor() actor: Actor): Promise<z.infer<typeof binAnswer>> {
    const items = await this.bin.list(actor);
    return {
      items: items.map(({ deletedAt, purgeAt, ...item }) => ({
        ...item,
        deletedAt: deletedAt.toISOString(),
        purgeAt: purgeAt.toISOString(),
      })),
    };
  }
}
