import { Body, Controller, Get, Inject, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AskingService, ProposalsService, type ReviewRules, SentencesQuery } from '#libs/catalog';
import type { Actor } from '#libs/kernel';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { HighlightsAnswers } from './highlights-answers.js';
import { type HighlightsAnswer, highlightsAnswer, rulesForm, sentencesAnswer } from './highlights.answer.js';

/** What of an episode is to be shared by itself: clips and quotes, with whoever agrees to them. */
@ApiTags('clips and quotes')
@Controller('/api/v1/shows/:showId')
export class HighlightsController {
  constructor(
    @Inject(HighlightsAnswers) private readonly answers: HighlightsAnswers,
    @Inject(ProposalsService) private readonly proposals: ProposalsService,
    @Inject(AskingService) private readonly asking: AskingService,
    @Inject(SentencesQuery) private readonly sentences: SentencesQuery,
  ) {}

  @Needs('read')
  @Get('episodes/:episodeId/highlights')
  @Answer(highlightsAnswer)
  get(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<HighlightsAnswer> {
    return this.answers.of(actor, showId, episodeId);
  }

  @Needs('read')
  @Get('episodes/:episodeId/sentences')
  @ApiOperation({ summary: 'What is said, in whole sentences, for selecting' })
  @Answer(sentencesAnswer)
  async said(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<z.infer<typeof sentencesAnswer>> {
    return { items: [...(await this.sentences.ofEpisode(actor, showId, episodeId))] };
  }

  @Needs('write')
  @Post('episodes/:episodeId/highlights/propose')
  @ApiOperation({
    summary: 'Look for clips and quotes in the transcript; replaces the proposals that nobody has taken',
  })
  @Answer(highlightsAnswer)
  async propose(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<HighlightsAnswer> {
    await this.proposals.propose(actor, showId, episodeId);
    return this.answers.of(actor, showId, episodeId);
  }

  @Needs('write')
  @Post('episodes/:episodeId/highlights/ask')
  @ApiOperation({ summary: 'Ask those who are heard in what is picked; the deadline runs from now' })
  @Answer(highlightsAnswer)
  async ask(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('episodeId') episodeId: string,
  ): Promise<HighlightsAnswer> {
    await this.asking.ask(actor, showId, episodeId);
    return this.answers.of(actor, showId, episodeId);
  }

  @Needs('read')
  @Get('review-rules')
  @Answer(rulesForm)
  rules(@CurrentActor() actor: Actor, @Id('showId') showId: string): Promise<ReviewRules> {
    return this.asking.rules(actor, showId);
  }

  @Needs('write')
  @Put('review-rules')
  @ApiOperation({ summary: 'How guests approve, from what is asked next on' })
  @Answer(rulesForm)
  saveRules(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Body({ schema: rulesForm }) form: z.infer<typeof rulesForm>,
  ): Promise<ReviewRules> {
    return this.asking.saveRules(actor, showId, form);
  }
}
