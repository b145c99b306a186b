import { Body, Controller, Inject, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { QuotesService } from '#libs/catalog';
import type { Actor } from '#libs/kernel';
import { stepForm } from '../clip/clip.form.js';
import { HighlightsAnswers } from '../clip/highlights-answers.js';
import { type HighlightsAnswer, highlightsAnswer } from '../clip/highlights.answer.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { judgeForm, newQuoteForm, quoteForm } from './quote.form.js';

/** Quotes of an episode. Every change answers with all clips and quotes as they are then. */
@ApiTags('clips and quotes')
@Controller('/api/v1/shows/:showId/episodes/:episodeId/quotes')
@Needs('write')
export class QuoteController {
  constructor(
    @Inject(QuotesService) private readonly quotes: QuotesService,
    @Inject(HighlightsAnswers) private readonly answers: HighlightsAnswers,
  ) {}

  @Post()
  @Answer(highlightsAnswer, 201, 'A quote of a selection, which grows to whole sentences.')
  async create(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Body({ schema: newQuoteForm }) form: z.infer<typeof newQuoteForm>,
  ): Promise<HighlightsAnswer> {
    await this.quotes.create(actor, showId, episodeId, form);
    return this.answers.of(actor, showId, episodeId);
  }

  @Patch(':quoteId')
  @ApiOperation({ summary: 'Change a quote; a wording that changes has to be agreed to again' })
  @Answer(highlightsAnswer)
  async update(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('quoteId') quoteId: string,
    @Body({ schema: quoteForm }) form: z.infer<typeof quoteForm>,
  ): Promise<HighlightsAnswer> {
    await this.quotes.update(actor, showId, quoteId, form);
    return this.answers.of(actor, showId, episodeId);
  }

  @Post(':quoteId/steps')
  @ApiOperation({ summary: 'Pick a proposal, put a quote away, take that back, or confirm it after the sound changed' })
  @Answer(highlightsAnswer)
  async step(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('quoteId') quoteId: string,
    @Body({ schema: stepForm }) { step }: z.infer<typeof stepForm>,
  ): Promise<HighlightsAnswer> {
    await this.quotes[step](actor, showId, quoteId);
    return this.answers.of(actor, showId, episodeId);
  }

  @Post(':quoteId/judge')
  @ApiOperation({ summary: 'Accept or decline a touch-up that says something else than was proposed' })
  @Answer(highlightsAnswer)
  async judge(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
    @Id('quoteId') quoteId: string,
    @Body({ schema: judgeForm }) { lang, isAccepted }: z.infer<typeof judgeForm>,
  ): Promise<HighlightsAnswer> {
    await this.quotes.judge(actor, showId, quoteId, lang, isAccepted);
    return this.answers.of(actor, showId, episodeId);
  }
}
