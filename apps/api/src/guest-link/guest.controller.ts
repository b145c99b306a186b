import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CorrectionsService, GuestDeskService, GuestLinks } from '#libs/catalog';
import { type Actor, languages, NotFound } from '#libs/kernel';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { GuestAnswers } from './guest-answers.js';
import { type GuestsAnswer, guestsAnswer } from './guest.answer.js';

export const decisionForm = z.strictObject({
  isAccepted: z.boolean(),
  /** To the guest, by mail and on their page. */
  answer: z.string().max(2_000).default(''),
  /** Whether the page says, dated, that something was corrected; of title and employer it does unless told otherwise. */
  isNoted: z.boolean().optional(),
  notes: z
    .array(z.strictObject({ lang: z.enum(languages), text: z.string().max(500) }))
    .max(languages.length)
    .default([]),
});

/** People in an episode and what goes on between them and the producer. Every change answers with all of them. */
@ApiTags('guest')
@Controller('/api/v1/shows/:showId/episodes/:episodeId/guests')
export class GuestController {
  constructor(
    private readonly answers: GuestAnswers,
    private readonly links: GuestLinks,
    private readonly desk: GuestDeskService,
    private readonly corrections: CorrectionsService,
  ) {}

  @Needs('read')
  @Get()
  @Answer(guestsAnswer)
  list(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<GuestsAnswer> {
    return this.answers.ofEpisode(actor, showId, episodeId);
  }

  @Needs('write')
  @Post(':linkId/reminder')
  @ApiOperation({ summary: 'Write to the guest that their page waits; once an hour at most' })
  @Answer(guestsAnswer)
  async remind(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('linkId') linkId: string,
  ): Promise<GuestsAnswer> {
    await this.find(actor, showId, episodeId, linkId);
    await this.desk.remind(actor, showId, linkId);
    return this.answers.ofEpisode(actor, showId, episodeId);
  }

  @Needs('write')
  @Delete(':linkId/address')
  @ApiOperation({ summary: 'Withdraw the guest’s address, and the team’s; a new one can be made' })
  @Answer(guestsAnswer)
  async close(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('linkId') linkId: string,
  ): Promise<GuestsAnswer> {
    await this.find(actor, showId, episodeId, linkId);
    await this.desk.close(actor, showId, linkId);
    return this.answers.ofEpisode(actor, showId, episodeId);
  }

  @Needs('write')
  @Delete(':linkId/team')
  @ApiOperation({ summary: 'Withdraw the address of those who work for the guest' })
  @Answer(guestsAnswer)
  async closeTeam(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('linkId') linkId: string,
  ): Promise<GuestsAnswer> {
    await this.find(actor, showId, episodeId, linkId);
    await this.links.revokeTeam(actor, showId, linkId);
    return this.answers.ofEpisode(actor, showId, episodeId);
  }

  @Needs('publish')
  @Post('corrections/:correctionId')
  @ApiOperation({ summary: 'Accept a correction, which puts it on what is released at once, or decline it' })
  @Answer(guestsAnswer)
  async decide(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('correctionId') correctionId: string,
    @Body({ schema: decisionForm }) form: z.infer<typeof decisionForm>,
  ): Promise<GuestsAnswer> {
    const known = await this.corrections.ofEpisode(actor, showId, episodeId);
    if (!known.some(({ id }) => id === correctionId)) throw new NotFound('This correction');
    await this.corrections.decide(actor, showId, correctionId, form);
    return this.answers.ofEpisode(actor, showId, episodeId);
  }

  /** @throws NotFound for a link of another episode (`abuse:A25`) */
  private async find(actor: Actor, showId: string, episodeId: string, linkId: string): Promise<void> {
    const known = await this.links.ofEpisode(actor, showId, episodeId);
    if (!known.some(({ id }) => id === linkId)) throw new NotFound('This guest link');
  }
}
