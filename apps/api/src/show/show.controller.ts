import { Body, Controller, Delete, Get, Inject, Patch, Post, Put } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { BinService, EpisodeDeskQuery, type Show, ShowsService } from '#libs/catalog';
import { type Actor, languages } from '#libs/kernel';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { readPicture } from '../http/picture.js';
import { type ShowAnswer, showAnswer, showsAnswer, toShowAnswer } from './show.answer.js';

const settings = {
  subcategory: z.string().max(100).optional(),
  explicit: z.boolean().optional(),
  type: z.enum(['episodic', 'serial']).optional(),
  author: z.string().max(255).optional(),
  ownerEmail: z.string().max(254).optional(),
  timeZone: z.string().max(100).optional(),
};
const newShowForm = z.strictObject({
  title: z.string().max(2000),
  language: z.string().max(10),
  category: z.string().max(100),
  description: z.string().max(20_000).optional(),
  slug: z.string().max(200).optional(),
  ...settings,
});
const showForm = z.strictObject({
  version: z.int(),
  language: z.string().max(10).optional(),
  category: z.string().max(100).optional(),
  copyright: z.string().max(255).optional(),
  locked: z.boolean().optional(),
  accent: z.string().max(7).optional(),
  hostIds: z.array(z.uuid()).max(50).optional(),
  texts: z
    .array(
      z.strictObject({
        lang: z.enum(languages),
        title: z.string().max(2000),
        description: z.string().max(20_000).default(''),
      }),
    )
    .max(languages.length)
    .optional(),
  ...settings,
});

/** Shows: settings, cover, bin. */
@ApiTags('show')
@Controller('/api/v1/shows')
export class ShowController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    private readonly shows: ShowsService,
    private readonly desk: EpisodeDeskQuery,
    private readonly bin: BinService,
  ) {}

  @Needs('read')
  @Get()
  @Answer(showsAnswer)
  async list(@CurrentActor() actor: Actor): Promise<{ items: ShowAnswer[] }> {
    const shows = await this.shows.list(actor);
    const counts = await this.desk.counts(shows.map((show) => show.id));
    return { items: shows.map((show) => toShowAnswer(show, actor, counts.get(show.id), this.deps.addresses)) };
  }

  @Needs('admin')
  @Post()
  @Answer(showAnswer, 201)
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: newShowForm }) form: z.infer<typeof newShowForm>,
  ): Promise<ShowAnswer> {
    const show = await this.shows.create(actor, form);
    const owner = actor.kind === 'user' ? { ...actor, roles: { ...actor.roles, [show.id]: 'owner' as const } } : actor;
    return toShowAnswer(show, owner, undefined, this.deps.addresses);
  }

  @Needs('read')
  @Get(':showId')
  @Answer(showAnswer)
  async get(@CurrentActor() actor: Actor, @Id('showId') showId: string): Promise<ShowAnswer> {
    return this.answer(actor, await this.shows.get(actor, showId));
  }

  @Needs('write')
  @Patch(':showId')
  @Answer(showAnswer)
  async update(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Body({ schema: showForm }) form: z.infer<typeof showForm>,
  ): Promise<ShowAnswer> {
    return this.answer(actor, await this.shows.update(actor, showId, form));
  }

  @Needs('write')
  @Put(':showId/cover')
  @ApiConsumes('image/*')
  @Answer(showAnswer)
  async putCover(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Body() bytes: unknown,
  ): Promise<ShowAnswer> {
    return this.answer(actor, await this.shows.replaceCover(actor, showId, readPicture(bytes)));
  }

  @Needs('write')
  @Delete(':showId/cover')
  @Answer(showAnswer)
  async deleteCover(@CurrentActor() actor: Actor, @Id('showId') showId: string): Promise<ShowAnswer> {
    return this.answer(actor, await this.shows.removeCover(actor, showId));
  }

  @Needs('admin')
  @Delete(':showId')
  @Answer(undefined, 204, 'It rests in the bin for 30 days.')
  async delete(@CurrentActor() actor: Actor, @Id('showId') showId: string): Promise<void> {
    await this.bin.deleteShow(actor, showId);
  }

  @Needs('admin')
  @Post(':showId/restore')
  @Answer(showAnswer)
  async restore(@CurrentActor() actor: Actor, @Id('showId') showId: string): Promise<ShowAnswer> {
    await this.bin.restoreShow(actor, showId);
    return this.answer(actor, await this.shows.get(actor, showId));
  }

  private async answer(actor: Actor, show: Show): Promise<ShowAnswer> {
    const counts = await this.desk.counts([show.id]);
    return toShowAnswer(show, actor, counts.get(show.id), this.deps.addresses);
  }
}
