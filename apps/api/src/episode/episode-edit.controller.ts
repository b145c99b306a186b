import { Body, Controller, Delete, Inject, Patch, Put, Query } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { EpisodeDeskQuery, EpisodeEditsService } from '#libs/catalog';
import type { Actor } from '#libs/kernel';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { episodeFeedForm } from '../feed-settings/feed-settings.form.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { readPicture } from '../http/picture.js';
import { type EpisodeAnswer, episodeAnswer, toEpisodeAnswer } from './episode.answer.js';
import { basicsForm, chaptersForm, coverQuery, peopleForm, textsForm } from './episode.form.js';

/** Saves of the working copy, a group of fields at a time. A stale `version` answers 409 with `theirs` and `yours`. */
@ApiTags('episode')
@Controller('/api/v1/shows/:showId/episodes/:episodeId')
@Needs('write')
export class EpisodeEditController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    private readonly edits: EpisodeEditsService,
    private readonly desk: EpisodeDeskQuery,
  ) {}

  @Patch('basics')
  @Answer(episodeAnswer)
  async saveBasics(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Body({ schema: basicsForm }) { programmeAt, subscribersUntil, expiresAt, ...form }: z.infer<typeof basicsForm>,
  ): Promise<EpisodeAnswer> {
    const times = { programmeAt, subscribersUntil, expiresAt };
    const at = Object.fromEntries(
      Object.entries(times).flatMap(([name, time]) => (time === undefined ? [] : [[name, time && new Date(time)]])),
    );
    await this.edits.basics(actor, showId, episodeId, { ...form, ...at });
    return this.answer(actor, showId, episodeId);
  }

  @Put('texts')
  @Answer(episodeAnswer)
  async saveTexts(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Body({ schema: textsForm }) { texts, ...options }: z.infer<typeof textsForm>,
  ): Promise<EpisodeAnswer> {
    await this.edits.texts(actor, showId, episodeId, texts, options);
    return this.answer(actor, showId, episodeId);
  }

  @Put('chapters')
  @Answer(episodeAnswer)
  async saveChapters(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Body({ schema: chaptersForm }) { pasted, chapters, ...options }: z.infer<typeof chaptersForm>,
  ): Promise<EpisodeAnswer> {
    await this.edits.chapters(actor, showId, episodeId, pasted ?? chapters ?? [], options);
    return this.answer(actor, showId, episodeId);
  }

  @Put('people')
  @Answer(episodeAnswer)
  async savePeople(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Body({ schema: peopleForm }) { people, ...options }: z.infer<typeof peopleForm>,
  ): Promise<EpisodeAnswer> {
    await this.edits.people(actor, showId, episodeId, people, options);
    return this.answer(actor, showId, episodeId);
  }

  @Put('feed')
  @Answer(episodeAnswer)
  async saveFeed(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Body({ schema: episodeFeedForm }) { version, ...feed }: z.infer<typeof episodeFeedForm>,
  ): Promise<EpisodeAnswer> {
    await this.edits.feed(actor, showId, episodeId, feed, { version });
    return this.answer(actor, showId, episodeId);
  }

  @Put('cover')
  @ApiConsumes('image/*')
  @Answer(episodeAnswer)
  async putCover(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Query({ schema: coverQuery }) { version, proposed }: z.infer<typeof coverQuery>,
    @Body() bytes: unknown,
  ): Promise<EpisodeAnswer> {
    const options = { version, proposed: proposed === '1' };
    await this.edits.replaceCover(actor, showId, episodeId, readPicture(bytes), options);
    return this.answer(actor, showId, episodeId);
  }

  @Delete('cover')
  @Answer(episodeAnswer)
  async deleteCover(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Query({ schema: coverQuery }) { version }: z.infer<typeof coverQuery>,
  ): Promise<EpisodeAnswer> {
    await this.edits.removeCover(actor, showId, episodeId, version);
    return this.answer(actor, showId, episodeId);
  }

  private async answer(actor: Actor, showId: string, episodeId: string): Promise<EpisodeAnswer> {
    return toEpisodeAnswer(await this.desk.get(actor, showId, episodeId), this.deps.addresses);
  }
}
