import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { mayRunInstance } from '#libs/accounts';
import { type Actor, NotFound } from '#libs/kernel';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor } from '../http/params.decorator.js';

const mailsAnswer = z
  .object({
    items: z.array(
      z
        .object({
          id: z.string(),
          sentAt: z.string(),
          to: z.string(),
          subject: z.string(),
          text: z.string(),
          html: z.string(),
        })
        .meta({ id: 'KeptMail' }),
    ),
  })
  .meta({ id: 'KeptMails' });

/** Mails that were kept because no mail server is named: for the owner of the instance alone, their links are secrets. */
@ApiTags('mail')
@Controller('/api/v1/mails')
export class MailController {
  constructor(@Inject(API_DEPS) private readonly deps: ApiDeps) {}

  @Needs('admin')
  @Get()
  @Answer(mailsAnswer)
  async list(@CurrentActor() actor: Actor): Promise<z.infer<typeof mailsAnswer>> {
    if (!mayRunInstance(actor)) throw new NotFound();
    return { items: await this.deps.mailer.listKeptMails() };
  }
}
