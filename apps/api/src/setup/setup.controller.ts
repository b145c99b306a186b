import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { LoginsService, SetupService, ThrottlesService } from '#libs/accounts';
import { Public } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { fields } from '../http/form.js';
import type { ApiRequest } from '../http/request.js';
import { toClient } from '../login/client.js';
import { LoginHandover } from '../login/login-handover.js';
import { type Me, meAnswer } from '../me/me.view.js';

const setupForm = z.strictObject({
  token: fields.secret,
  email: fields.email,
  name: fields.name,
  password: fields.password,
  locale: fields.locale.optional(),
});

/** Creates the owner of an empty instance with the set-up link that the console printed, and signs them in. */
@ApiTags('instance')
@Controller('/api/v1/setup')
export class SetupController {
  constructor(
    private readonly setup: SetupService,
    private readonly logins: LoginsService,
    private readonly handover: LoginHandover,
    private readonly throttles: ThrottlesService,
  ) {}

  @Public()
  @Post()
  @Answer(meAnswer, 201)
  async setUp(
    @Body({ schema: setupForm }) { token, ...owner }: z.infer<typeof setupForm>,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const client = toClient(request);
    await this.throttles.take('link-address', client.address);
    const user = await this.setup.setUp(token, owner);
    return this.handover.begin(await this.logins.open(user.id, client.userAgent), request, reply);
  }
}
