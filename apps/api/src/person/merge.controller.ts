import { Body, Controller, Delete, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { PersonMergesService } from '#libs/catalog';
import { type Actor, isId, NotFound } from '#libs/kernel';
import { PersonsService } from '#libs/people';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import {
  type MergeAnswer,
  mergeAnswer,
  type MergePreviewAnswer,
  mergePreviewAnswer,
  type PersonAnswer,
  personAnswer,
  toPersonAnswer,
  toPreviewAnswer,
} from './person.answer.js';

const previewQuery = z.object({ goneId: z.string().max(50).default('') });
const mergeForm = z.strictObject({ goneId: z.uuid() });

/** Two records that turned out to be one person: what would happen, making it so, and taking it back. */
@ApiTags('person')
@Controller('/api/v1/persons/:personId')
@Needs('write')
export class MergeController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    private readonly merges: PersonMergesService,
    private readonly persons: PersonsService,
  ) {}

  @Get('merge-preview')
  @Answer(mergePreviewAnswer)
  async preview(
    @CurrentActor() actor: Actor,
    @Id('personId') personId: string,
    @Query({ schema: previewQuery }) { goneId }: z.infer<typeof previewQuery>,
  ): Promise<MergePreviewAnswer> {
    if (!isId(goneId)) throw new NotFound('This person');
    return toPreviewAnswer(await this.merges.preview(actor, personId, goneId), this.deps.addresses);
  }

  @Post('merges')
  @ApiOperation({ summary: 'Take another record of the same person in; its address leads on' })
  @Answer(mergeAnswer, 201)
  async merge(
    @CurrentActor() actor: Actor,
    @Id('personId') personId: string,
    @Body({ schema: mergeForm }) { goneId }: z.infer<typeof mergeForm>,
  ): Promise<MergeAnswer> {
    const id = await this.merges.merge(actor, personId, goneId);
    return { id, person: toPersonAnswer(await this.persons.get(actor, personId), this.deps.addresses) };
  }

  @Delete('merges/:mergeId')
  @ApiOperation({ summary: 'Both records are there again, each with what it had' })
  @Answer(personAnswer)
  async undo(
    @CurrentActor() actor: Actor,
    @Id('personId') personId: string,
    @Id('mergeId') mergeId: string,
  ): Promise<PersonAnswer> {
    const known = await this.merges.ofPerson(actor, personId);
    if (!known.some(({ id }) => id === mergeId)) throw new NotFound('This merge');
    await this.merges.undo(actor, mergeId);
    return toPersonAnswer(await this.persons.get(actor, personId), this.deps.addresses);
  }
}
