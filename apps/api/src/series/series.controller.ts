import { Body, Controller, Delete, Get, Inject, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Series, SeriesService, ShowsService } from '#libs/catalog';
import { type Actor, languages } from '#libs/kernel';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { type SeriesAnswer, seriesAnswer, seriesListAnswer, toSeriesAnswer } from './series.answer.js';

const name = z.string().max(2000);
const description = z.string().max(20_000);
const parts = z.int().min(1).max(999).nullable();
const newSeriesForm = z.strictObject({
  name,
  description: description.optional(),
  lang: z.enum(languages).optional(),
  parts: parts.optional(),
});
const seriesForm = z.strictObject({
  version: z.int(),
  parts: parts.optional(),
  texts: z
    .array(z.strictObject({ lang: z.enum(languages), name, description: description.default('') }))
    .max(languages.length)
    .optional(),
});

/** The mini-series of a show: some of its episodes, told in parts, with a feed of their own. */
@ApiTags('series')
@Controller('/api/v1/shows/:showId/series')
export class SeriesController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    private readonly series: SeriesService,
    private readonly shows: ShowsService,
  ) {}

  @Needs('read')
  @Get()
  @Answer(seriesListAnswer)
  async list(@CurrentActor() actor: Actor, @Id('showId') showId: string): Promise<{ items: SeriesAnswer[] }> {
    const show = await this.shows.get(actor, showId);
    const series = await this.series.list(actor, showId);
    return { items: series.map((each) => toSeriesAnswer(each, show.slug, this.deps.addresses)) };
  }

  @Needs('write')
  @Post()
  @Answer(seriesAnswer, 201)
  async create(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Body({ schema: newSeriesForm }) form: z.infer<typeof newSeriesForm>,
  ): Promise<SeriesAnswer> {
    return this.answer(actor, showId, await this.series.create(actor, showId, form));
  }

  @Needs('read')
  @Get(':seriesId')
  @Answer(seriesAnswer)
  async get(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('seriesId') seriesId: string,
  ): Promise<SeriesAnswer> {
    return this.answer(actor, showId, await this.series.get(actor, showId, seriesId));
  }

  @Needs('write')
  @Patch(':seriesId')
  @Answer(seriesAnswer)
  async update(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('seriesId') seriesId: string,
    @Body({ schema: seriesForm }) form: z.infer<typeof seriesForm>,
  ): Promise<SeriesAnswer> {
    return this.answer(actor, showId, await this.series.update(actor, showId, seriesId, form));
  }

  @Needs('write')
  @Delete(':seriesId')
  @Answer(undefined, 204, 'Only one without episodes can be deleted.')
  async delete(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('seriesId') seriesId: string,
  ): Promise<void> {
    await this.series.delete(actor, showId, seriesId);
  }

  private async answer(actor: Actor, showId: string, series: Series): Promise<SeriesAnswer> {
    const show = await this.shows.get(actor, showId);
    return toSeriesAnswer(series, show.slug, this.deps.addresses);
  }
}
