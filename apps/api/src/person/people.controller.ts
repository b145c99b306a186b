import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { peopleFilters, PeopleQuery, PersonMergesService } from '#libs/catalog';
import type { Actor } from '#libs/kernel';
import { PersonDifferencesService } from '#libs/people';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import {
  type PeopleAnswer,
  peopleAnswer,
  type PersonRecordAnswer,
  personRecordAnswer,
  toRecordAnswer,
} from './person.answer.js';

const listQuery = z.object({
  q: z.string().max(200).default(''),
  filter: z.enum(peopleFilters).default('all'),
  page: z.coerce.number().int().min(1).max(200).default(1),
});

/** The list of people and what is known around one of them; the living record itself is at `persons`. */
@ApiTags('person')
@Controller('/api/v1/people')
@Needs('read')
export class PeopleController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    private readonly people: PeopleQuery,
    private readonly merges: PersonMergesService,
    private readonly differences: PersonDifferencesService,
  ) {}

  @Get()
  @Answer(peopleAnswer, 200, '50 a page, by sort name.')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: listQuery }) { q, filter, page }: z.infer<typeof listQuery>,
  ): Promise<PeopleAnswer> {
    const { items, ...rest } = await this.people.list(actor, q, filter, page);
    return {
      ...rest,
      items: items.map(({ slug: _, photoKey, ...person }) => ({
        ...person,
        photoUrl: photoKey ? this.deps.addresses.image(photoKey, 'full') : null,
      })),
    };
  }

  @Get(':personId')
  @Answer(personRecordAnswer)
  async record(@CurrentActor() actor: Actor, @Id('personId') personId: string): Promise<PersonRecordAnswer> {
    const record = await this.people.record(actor, personId);
    const merges = await this.merges.ofPerson(actor, personId);
    return toRecordAnswer(record, merges, await this.differences.ofPerson(actor, personId));
  }
}
