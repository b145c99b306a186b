import { Body, Controller, Delete, Get, HttpCode, Inject, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { SubscribersService } from '#libs/catalog';
import type { Actor } from '#libs/kernel';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { fields } from '../http/form.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import {
  type NewSubscriberAnswer,
  newSubscriberAnswer,
  type SubscriberAnswer,
  subscriberAnswer,
  subscribersAnswer,
  toNewSubscriberAnswer,
  toSubscriberAnswer,
} from './subscriber.answer.js';

const subscriberForm = z.strictObject({ name: fields.name });

/** Who hears a show by a private feed of their own. Nothing but a name of the producer's choice is kept. */
@ApiTags('subscriber')
@Controller('/api/v1/shows/:showId/subscribers')
export class SubscriberController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    private readonly subscribers: SubscribersService,
  ) {}

  @Needs('read')
  @Get()
  @Answer(subscribersAnswer)
  async list(@CurrentActor() actor: Actor, @Id('showId') showId: string): Promise<{ items: SubscriberAnswer[] }> {
    return { items: (await this.subscribers.list(actor, showId)).map(toSubscriberAnswer) };
  }

  @Needs('write')
  @Post()
  @Answer(newSubscriberAnswer, 201, '`feedUrl` is shown this once.')
  async create(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Body({ schema: subscriberForm }) { name }: z.infer<typeof subscriberForm>,
  ): Promise<NewSubscriberAnswer> {
    return toNewSubscriberAnswer(await this.subscribers.create(actor, showId, name), this.deps.addresses);
  }

  @Needs('write')
  @Patch(':subscriberId')
  @Answer(subscriberAnswer)
  async rename(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('subscriberId') subscriberId: string,
    @Body({ schema: subscriberForm }) { name }: z.infer<typeof subscriberForm>,
  ): Promise<SubscriberAnswer> {
    return toSubscriberAnswer(await this.subscribers.rename(actor, showId, subscriberId, name));
  }

  @Needs('write')
  @Post(':subscriberId/address')
  @HttpCode(200)
  @Answer(newSubscriberAnswer, 200, 'A new address, shown this once; the one before answers 404 from now on.')
  async rotate(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('subscriberId') subscriberId: string,
  ): Promise<NewSubscriberAnswer> {
    return toNewSubscriberAnswer(await this.subscribers.rotate(actor, showId, subscriberId), this.deps.addresses);
  }

  @Needs('write')
  @Delete(':subscriberId')
  @Answer(undefined, 204, 'Feed and files answer 404 from now on; a new address brings the subscriber back.')
  async revoke(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('subscriberId') subscriberId: string,
  ): Promise<void> {
    await this.subscribers.revoke(actor, showId, subscriberId);
  }
}
