import { Body, Controller, Delete, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { LoginsService, SignInService } from '#libs/accounts';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Public } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { fields } from '../http/form.js';
import { clearLoginCookie } from '../http/login-cookie.js';
import type { ApiRequest } from '../http/request.js';
import { type Me, meAnswer } from '../me/me.view.js';
import { toClient } from './client.js';
import { LoginHandover } from './login-handover.js';

const loginForm = z.strictObject({ email: z.string().max(254), password: fields.presentPassword });

/** Signing in and out. */
@ApiTags('login')
@Controller('/api/v1/login')
export class LoginController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    private readonly signIn: SignInService,
    private readonly logins: LoginsService,
    private readonly handover: LoginHandover,
  ) {}

  @Public()
  @Post()
  @Answer(meAnswer)
  async begin(
    @Body({ schema: loginForm }) form: z.infer<typeof loginForm>,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.handover.begin(await this.signIn.signIn(form, toClient(request)), request, reply);
  }

  @Public()
  @Delete()
  @Answer(undefined, 204)
  async end(@Req() { identity }: ApiRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (identity?.login) await this.logins.revoke(identity.user.id, identity.login.id);
    clearLoginCookie(reply, this.deps.config.publicUrl);
  }
}
