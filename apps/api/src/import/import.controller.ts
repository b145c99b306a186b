import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type DataSource, In } from 'typeorm';
import { z } from 'zod';
import { Show } from '#libs/catalog';
import type { Actor } from '#libs/kernel';
import type { Region } from '#libs/messages';
import { ImportsService, type ImportView } from '#libs/transfer';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, CurrentRegion, Id } from '../http/params.decorator.js';
import {
  type ImportAnswer,
  importAnswer,
  importItemsAnswer,
  type ImportItemsAnswer,
  importsAnswer,
  toImportAnswer,
  toItemsAnswer,
} from './import.answer.js';

const newImportForm = z.strictObject({
  /** Of a feed in RSS or Atom. */
  url: z.string().trim().min(1).max(2_000),
  /** A show that is filled with what it lacks; without it a new one is made. */
  showId: z.uuid().optional(),
});
const startForm = z.strictObject({
  title: z.string().max(2_000).optional(),
  slug: z.string().max(200).optional(),
  language: z.string().max(10).optional(),
  category: z.string().max(100).optional(),
  subcategory: z.string().max(100).optional(),
  /** That a locked feed is theirs. */
  ownerConfirms: z.boolean().optional(),
});
const retryForm = z.strictObject({
  /** One item; all that failed without it. */
  itemId: z.uuid().optional(),
});
const itemsQuery = z.strictObject({
  state: z.enum(['waiting', 'running', 'done', 'skipped', 'failed']).optional(),
  /** Position of the last one seen. */
  after: z.coerce.number().int().min(-1).max(1_000_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});

/** Shows that move in from their feeds: a look first, then a yes, then everything in the background. */
@ApiTags('import')
@Controller('/api/v1/imports')
@Needs('admin')
export class ImportController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    @InjectDataSource('api') private readonly dataSource: DataSource,
    @Inject(ImportsService) private readonly imports: ImportsService,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Look at a feed; nothing is made. Ask again until `state` is `needs-you`' })
  @Answer(importAnswer, 202)
  async create(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Body({ schema: newImportForm }) form: z.infer<typeof newImportForm>,
  ): Promise<ImportAnswer> {
    return this.answer(await this.imports.create(actor, form), region);
  }

  @Needs('read')
  @Get()
  @Answer(importsAnswer)
  async list(@CurrentActor() actor: Actor, @CurrentRegion() region: Region): Promise<{ items: ImportAnswer[] }> {
    return { items: await this.answers(await this.imports.list(actor), region) };
  }

  @Needs('read')
  @Get(':importId')
  @Answer(importAnswer)
  async get(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('importId') importId: string,
  ): Promise<ImportAnswer> {
    return this.answer(await this.imports.get(actor, importId), region);
  }

  @Needs('read')
  @Get(':importId/items')
  @ApiOperation({ summary: 'Items in the feed’s order; the next ones come after the position of the last' })
  @Answer(importItemsAnswer)
  async items(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('importId') importId: string,
    @Query({ schema: itemsQuery }) query: z.infer<typeof itemsQuery>,
  ): Promise<ImportItemsAnswer> {
    return toItemsAnswer(await this.imports.items(actor, importId, query), region);
  }

  @Post(':importId/start')
  @ApiOperation({ summary: 'Make what was seen: the show, its episodes, their files' })
  @Answer(importAnswer, 202)
  async start(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('importId') importId: string,
    @Body({ schema: startForm }) form: z.infer<typeof startForm>,
  ): Promise<ImportAnswer> {
    return this.answer(await this.imports.start(actor, importId, form), region);
  }

  @Post(':importId/cancel')
  @ApiOperation({ summary: 'Stop; what is here already stays' })
  @Answer(importAnswer)
  async cancel(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('importId') importId: string,
  ): Promise<ImportAnswer> {
    return this.answer(await this.imports.cancel(actor, importId), region);
  }

  @Post(':importId/retry')
  @ApiOperation({ summary: 'Take up what failed or was stopped: one item, or everything' })
  @Answer(importAnswer, 202)
  async retry(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('importId') importId: string,
    @Body({ schema: retryForm }) { itemId }: z.infer<typeof retryForm>,
  ): Promise<ImportAnswer> {
    return this.answer(await this.imports.retry(actor, importId, itemId), region);
  }

  @Post(':importId/move-check')
  @ApiOperation({ summary: 'Ask the old address whether it leads here by now; `move` has the answer soon after' })
  @Answer(importAnswer, 202)
  async checkMove(
    @CurrentActor() actor: Actor,
    @CurrentRegion() region: Region,
    @Id('importId') importId: string,
  ): Promise<ImportAnswer> {
    return this.answer(await this.imports.checkMove(actor, importId), region);
  }

  private async answer(view: ImportView, region: Region): Promise<ImportAnswer> {
    return (await this.answers([view], region))[0]!;
  }

  private async answers(views: readonly ImportView[], region: Region): Promise<ImportAnswer[]> {
    const ids = views.flatMap(({ showId }) => showId ?? []);
    const shows = await this.dataSource.manager.find(Show, {
      where: { id: In(ids) },
      select: { id: true, slug: true },
    });
    return views.map((view) => {
      const show = shows.find(({ id }) => id === view.showId);
      return toImportAnswer(view, show, this.deps.addresses, region);
    });
  }
}
