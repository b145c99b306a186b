import { Body, Controller, Delete, Get, Inject, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Actor, languages } from '#libs/kernel';
import { PersonsService } from '#libs/people';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { readPicture } from '../http/picture.js';
import { type PersonAnswer, personAnswer, personsAnswer, toPersonAnswer } from './person.answer.js';

const date = z.iso.date().nullable().optional();
const details = {
  sortName: z.string().max(120).optional(),
  pronouns: z.string().max(60).optional(),
  pronunciation: z.string().max(200).optional(),
  fediverse: z.string().max(255).optional(),
  contact: z.string().max(500).optional(),
  isHidden: z.boolean().optional(),
  hidesNow: z.boolean().optional(),
  links: z
    .array(z.strictObject({ label: z.string().max(120).default(''), url: z.string().max(2000) }))
    .max(20)
    .optional(),
  texts: z
    .array(z.strictObject({ lang: z.enum(languages), biography: z.string().max(10_000) }))
    .max(languages.length)
    .optional(),
  affiliations: z
    .array(
      z.strictObject({
        title: z.string().max(255).default(''),
        organisation: z.string().max(255).default(''),
        organisationUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)]).optional(),
        since: date,
        until: date,
      }),
    )
    .max(50)
    .optional(),
};
const newPersonForm = z.strictObject({ name: z.string().max(500), ...details });
const personForm = z.strictObject({ name: z.string().max(500).optional(), ...details });
/** `redirects`: the person agreed that the old address leads on (`ux` 3.3). */
const addressForm = z.strictObject({ slug: z.string().trim().min(1).max(120), redirects: z.boolean() });
const search = z.object({ q: z.string().max(200).default('') });

/** Guests, speakers and hosts, shared by all shows of the instance. */
@ApiTags('person')
@Controller('/api/v1/persons')
export class PersonController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    private readonly persons: PersonsService,
  ) {}

  @Needs('read')
  @Get()
  @Answer(personsAnswer, 200, 'At most 20, by sort name.')
  async find(
    @CurrentActor() actor: Actor,
    @Query({ schema: search }) { q }: z.infer<typeof search>,
  ): Promise<{ items: PersonAnswer[] }> {
    const found = await this.persons.search(actor, q);
    return { items: found.map((person) => toPersonAnswer(person, this.deps.addresses)) };
  }

  @Needs('write')
  @Post()
  @Answer(personAnswer, 201)
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: newPersonForm }) form: z.infer<typeof newPersonForm>,
  ): Promise<PersonAnswer> {
    return toPersonAnswer(await this.persons.create(actor, form), this.deps.addresses);
  }

  @Needs('read')
  @Get(':personId')
  @Answer(personAnswer)
  async get(@CurrentActor() actor: Actor, @Id('personId') personId: string): Promise<PersonAnswer> {
    return toPersonAnswer(await this.persons.get(actor, personId), this.deps.addresses);
  }

  @Needs('write')
  @Patch(':personId')
  @Answer(personAnswer)
  async update(
    @CurrentActor() actor: Actor,
    @Id('personId') personId: string,
    @Body({ schema: personForm }) form: z.infer<typeof personForm>,
  ): Promise<PersonAnswer> {
    return toPersonAnswer(await this.persons.update(actor, personId, form), this.deps.addresses);
  }

  @Needs('write')
  @Put(':personId/photo')
  @ApiConsumes('image/*')
  @Answer(personAnswer)
  async putPhoto(
    @CurrentActor() actor: Actor,
    @Id('personId') personId: string,
    @Body() bytes: unknown,
  ): Promise<PersonAnswer> {
    return toPersonAnswer(await this.persons.replacePhoto(actor, personId, readPicture(bytes)), this.deps.addresses);
  }
  @Needs('write')
  @Delete(':personId/photo')
  @ApiOperation({ summary: 'Back to the monogram' })
  @Answer(personAnswer)
  async removePhoto(@CurrentActor() actor: Actor, @Id('personId') personId: string): Promise<PersonAnswer> {
    return toPersonAnswer(await this.persons.removePhoto(actor, personId), this.deps.addresses);
  }

  @Needs('write')
  @Post(':personId/address')
  @ApiOperation({ summary: 'Another address of the page; the old one leads on only where the person agreed' })
  @Answer(personAnswer)
  async address(
    @CurrentActor() actor: Actor,
    @Id('personId') personId: string,
    @Body({ schema: addressForm }) { slug, redirects }: z.infer<typeof addressForm>,
  ): Promise<PersonAnswer> {
    return toPersonAnswer(await this.persons.changeSlug(actor, personId, slug, { redirects }), this.deps.addresses);
  }
}
