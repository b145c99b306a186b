import { Body, Controller, Delete, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { BinService, EpisodeDeskQuery, EpisodeDraftsService, fieldGroups } from '#libs/catalog';
import type { Actor } from '#libs/kernel';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import {
  type EpisodeAnswer,
  type EpisodeSummary,
  episodeAnswer,
  episodesAnswer,
  toEpisodeAnswer,
  toEpisodeSummary,
} from './episode.answer.js';
import { draftForm, episodeFilter } from './episode.form.js';

const changesAnswer = z.object({
  items: z.array(
    z
      .object({
        id: z.uuid(),
        fieldGroup: z.enum(fieldGroups),
        version: z.int(),
        userId: z.uuid().nullable(),
        before: z.unknown(),
        after: z.unknown(),
        createdAt: z.iso.datetime(),
      })
      .meta({ id: 'EpisodeChange' }),
  ),
});

/** Episodes of a show: drafts, reading, the bin. */
@ApiTags('episode')
@Controller('/api/v1/shows/:showId/episodes')
export class EpisodeController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    private readonly drafts: EpisodeDraftsService,
    private readonly desk: EpisodeDeskQuery,
    private readonly bin: BinService,
  ) {}

  @Needs('read')
  @Get()
  @Answer(episodesAnswer)
  async list(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Query({ schema: episodeFilter }) filter: z.infer<typeof episodeFilter>,
  ): Promise<{ items: EpisodeSummary[] }> {
    const desks = await this.desk.list(actor, showId, filter);
    return { items: desks.map((desk) => toEpisodeSummary(desk, this.deps.addresses)) };
  }

  @Needs('write')
  @Post()
  @Answer(episodeAnswer, 201, 'A draft filled with proposals from the name and tags of its file.')
  async create(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Body({ schema: draftForm }) form: z.infer<typeof draftForm>,
  ): Promise<EpisodeAnswer> {
    return this.answer(actor, showId, await this.drafts.create(actor, showId, form));
  }

  @Needs('read')
  @Get(':episodeId')
  @Answer(episodeAnswer)
  async get(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<EpisodeAnswer> {
    return this.answer(actor, showId, episodeId);
  }

  @Needs('read')
  @Get(':episodeId/changes')
  @Answer(changesAnswer, 200, 'The last 200 saves, newest first.')
  async changes(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<z.infer<typeof changesAnswer>> {
    const changes = await this.desk.changes(actor, showId, episodeId);
    return {
      items: changes.map(({ id, fieldGroup, version, userId, before, after, createdAt }) => ({
        ...{ id, fieldGroup, version, userId, before, after },
        createdAt: createdAt.toISOString(),
      })),
    };
  }

  @Needs('write')
  @Delete(':episodeId')
  @Answer(undefined, 204, 'It rests in the bin for 30 days; feeds and pages lose it now.')
  async delete(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<void> {
    await this.bin.deleteEpisode(actor, showId, episodeId);
  }

  @Needs('write')
  @Post(':episodeId/restore')
  @Answer(episodeAnswer)
  async restore(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<EpisodeAnswer> {
    await this.bin.restoreEpisode(actor, showId, episodeId);
    return this.answer(actor, showId, episodeId);
  }

  private async answer(actor: Actor, showId: string, episodeId: string): Promise<EpisodeAnswer> {
    return toEpisodeAnswer(await this.desk.get(actor, showId, episodeId), this.deps.addresses);
  }
}
