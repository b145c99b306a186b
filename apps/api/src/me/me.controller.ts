import { Body, Controller, Get, Inject, Patch, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Identity, UsersService } from '#libs/accounts';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs, SignedIn } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { fields } from '../http/form.js';
import { writeLoginCookie } from '../http/login-cookie.js';
import { CurrentIdentity } from '../http/params.decorator.js';
import { type Me, meAnswer, toMe } from './me.view.js';

const profileForm = z.strictObject({
  name: fields.name.optional(),
  locale: fields.locale.optional(),
  timeZone: fields.timeZone.optional(),
});
const passwordForm = z.strictObject({ current: fields.presentPassword, next: fields.password });

/** The signed-in user's own account. */
@ApiTags('me')
@Controller('/api/v1/me')
export class MeController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    private readonly users: UsersService,
  ) {}

  @Needs('read')
  @Get()
  @Answer(meAnswer)
  show(@CurrentIdentity() identity: Identity): Me {
    return toMe(identity);
  }

  @SignedIn()
  @Patch()
  @Answer(meAnswer)
  async update(
    @CurrentIdentity() { actor, user }: Identity,
    @Body({ schema: profileForm }) form: z.infer<typeof profileForm>,
  ): Promise<Me> {
    return toMe({ actor, user: await this.users.updateProfile(user.id, form) });
  }

  @SignedIn()
  @Post('password')
  @Answer(undefined, 204, 'All other logins have ended.')
  async changePassword(
    @CurrentIdentity() identity: Identity,
    @Body({ schema: passwordForm }) form: z.infer<typeof passwordForm>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const issued = await this.users.changePassword(identity, form);
    if (issued) writeLoginCookie(reply, issued, this.deps.config.publicUrl);
  }
}
