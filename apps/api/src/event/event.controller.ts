import { Body, Controller, Delete, Get, Inject, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { EventsService } from '#libs/catalog';
import { type Actor, languages } from '#libs/kernel';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { type EventAnswer, eventAnswer, eventsAnswer, toEventAnswer } from './event.answer.js';

const newEventForm = z.strictObject({
  name: z.string().max(2000),
  startsOn: z.string().max(20),
  endsOn: z.string().max(20),
  timeZone: z.string().max(100),
  place: z.string().max(500).optional(),
  description: z.string().max(20_000).optional(),
  lang: z.enum(languages).optional(),
});
const eventForm = z.strictObject({
  version: z.int(),
  startsOn: z.string().max(20).optional(),
  endsOn: z.string().max(20).optional(),
  timeZone: z.string().max(100).optional(),
  place: z.string().max(500).optional(),
  texts: z
    .array(
      z.strictObject({
        lang: z.enum(languages),
        name: z.string().max(2000),
        description: z.string().max(20_000).default(''),
      }),
    )
    .max(languages.length)
    .optional(),
});

/** Conference editions of a show. */
@ApiTags('event')
@Controller('/api/v1/shows/:showId/events')
export class EventController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    private readonly events: EventsService,
  ) {}

  @Needs('read')
  @Get()
  @Answer(eventsAnswer)
  async list(@CurrentActor() actor: Actor, @Id('showId') showId: string): Promise<{ items: EventAnswer[] }> {
    const events = await this.events.list(actor, showId);
    return { items: events.map((event) => toEventAnswer(event, this.deps.addresses)) };
  }

  @Needs('write')
  @Post()
  @Answer(eventAnswer, 201)
  async create(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Body({ schema: newEventForm }) form: z.infer<typeof newEventForm>,
  ): Promise<EventAnswer> {
    return toEventAnswer(await this.events.create(actor, showId, form), this.deps.addresses);
  }

  @Needs('read')
  @Get(':eventId')
  @Answer(eventAnswer)
  async get(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('eventId') eventId: string,
  ): Promise<EventAnswer> {
    return toEventAnswer(await this.events.get(actor, showId, eventId), this.deps.addresses);
  }

  @Needs('write')
  @Patch(':eventId')
  @Answer(eventAnswer)
  async update(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('eventId') eventId: string,
    @Body({ schema: eventForm }) form: z.infer<typeof eventForm>,
  ): Promise<EventAnswer> {
    return toEventAnswer(await this.events.update(actor, showId, eventId, form), this.deps.addresses);
  }

  @Needs('write')
  @Delete(':eventId')
  @Answer(undefined, 204)
  async delete(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('eventId') eventId: string,
  ): Promise<void> {
    await this.events.delete(actor, showId, eventId);
  }
}
