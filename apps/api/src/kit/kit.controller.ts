import { Body, Controller, Delete, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type GuestLink, GuestLinks } from '#libs/catalog';
import { type Actor, NotFound } from '#libs/kernel';
import { GuestKitsService, GuestLettersService } from '#libs/sharing';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { KitAnswers } from './kit-answers.js';
import {
  type KitAnswer,
  kitAnswer,
  type KitsAnswer,
  kitsAnswer,
  type KitTextsAnswer,
  kitTextsAnswer,
} from './kit.answer.js';
import {
  type KitForm,
  kitForm,
  kitMailForm,
  type KitMailForm,
  kitTextForm,
  type KitTextForm,
  type KitTextsQuery,
  kitTextsQuery,
  newKitForm,
  type NewKitForm,
} from './kit.form.js';

/** The kits of an episode's guests: their links, mails, files and texts, and what became of them (`ux` 4.11). */
@ApiTags('kit')
@Controller('/api/v1/shows/:showId/episodes/:episodeId/kits')
export class KitController {
  constructor(
    private readonly answers: KitAnswers,
    private readonly links: GuestLinks,
    private readonly kits: GuestKitsService,
    private readonly letters: GuestLettersService,
  ) {}

  @Needs('read')
  @Get()
  @Answer(kitsAnswer)
  list(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<KitsAnswer> {
    return this.answers.ofEpisode(actor, showId, episodeId);
  }

  @Needs('write')
  @Post()
  @Answer(kitAnswer, 201, 'The link of somebody who appears; the one there is, where there is one.')
  async create(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Body({ schema: newKitForm }) { personId, ...form }: NewKitForm,
  ): Promise<KitAnswer> {
    return this.answers.ofLink(actor, showId, await this.links.ensure(actor, showId, episodeId, personId, form));
  }

  @Needs('write')
  @Patch(':linkId')
  @Answer(kitAnswer)
  async change(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('linkId') linkId: string,
    @Body({ schema: kitForm }) { deadlineAt, ...form }: KitForm,
  ): Promise<KitAnswer> {
    await this.find(actor, showId, episodeId, linkId);
    const deadline = deadlineAt === undefined ? {} : { deadlineAt: deadlineAt === null ? null : new Date(deadlineAt) };
    return this.answers.ofLink(actor, showId, await this.links.change(actor, showId, linkId, { ...form, ...deadline }));
  }

  @Needs('write')
  @Post(':linkId/mail')
  @ApiBody({ required: false, schema: z.toJSONSchema(kitMailForm) as never })
  @Answer(undefined, 204, 'The kit goes out to the guest, also once more: now, or `afterSeconds` from now.')
  async send(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('linkId') linkId: string,
    @Body({ schema: kitMailForm }) form: KitMailForm,
  ): Promise<void> {
    await this.find(actor, showId, episodeId, linkId);
    await this.letters.sendKit(actor, showId, linkId, form ?? {});
  }

  @Needs('write')
  @Delete(':linkId/mail')
  @Answer(undefined, 204, 'Takes back a kit that still waits to go out; 409 KIT_ON_ITS_WAY once its time has come.')
  async takeBack(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('linkId') linkId: string,
  ): Promise<void> {
    await this.find(actor, showId, episodeId, linkId);
    await this.letters.takeBackKit(actor, showId, linkId);
  }

  @Needs('write')
  @Post(':linkId/address')
  @Answer(kitAnswer, 200, 'A new address; the one before, and the team’s, answer 404 from now on.')
  async rotate(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('linkId') linkId: string,
  ): Promise<KitAnswer> {
    await this.find(actor, showId, episodeId, linkId);
    return this.answers.ofLink(actor, showId, await this.links.rotate(actor, showId, linkId));
  }

  @Needs('read')
  @Get(':linkId/texts')
  @Answer(kitTextsAnswer)
  async texts(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('linkId') linkId: string,
    @Query({ schema: kitTextsQuery }) { lang }: KitTextsQuery,
  ): Promise<KitTextsAnswer> {
    const link = await this.find(actor, showId, episodeId, linkId);
    return this.answers.texts(actor, showId, link, lang);
  }

  @Needs('write')
  @Put(':linkId/texts')
  @Answer(undefined, 204, 'A wording of the producer’s own; an empty one gives the made one back.')
  async write(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('linkId') linkId: string,
    @Body({ schema: kitTextForm }) form: KitTextForm,
  ): Promise<void> {
    await this.find(actor, showId, episodeId, linkId);
    await this.kits.writeText(actor, showId, linkId, form);
  }

  /** A link of this episode. @throws NotFound (`abuse:A25`) */
  private async find(actor: Actor, showId: string, episodeId: string, linkId: string): Promise<GuestLink> {
    const link = (await this.links.ofEpisode(actor, showId, episodeId)).find(({ id }) => id === linkId);
    if (!link) throw new NotFound('This guest link');
    return link;
  }
}
