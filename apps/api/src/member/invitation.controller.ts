import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { InvitationsService, LoginsService, ThrottlesService } from '#libs/accounts';
import { roles } from '#libs/kernel';
import { Public } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { fields } from '../http/form.js';
import type { ApiRequest } from '../http/request.js';
import { LoginHandover } from '../login/login-handover.js';
import { findShow } from './shows.js';

const openForm = z.strictObject({ token: fields.secret });
const acceptForm = z.strictObject({
  token: fields.secret,
  name: fields.name.optional(),
  password: fields.password.optional(),
  locale: fields.locale.optional(),
});
const openAnswer = z
  .object({
    email: z.string(),
    role: z.enum(roles),
    show: z.object({ id: z.uuid(), title: z.string() }),
    /** With an account nothing more is asked; without one, a name and a password are. */
    hasAccount: z.boolean(),
  })
  .meta({ id: 'OpenedInvitation' });
const acceptAnswer = z
  .object({
    email: z.string(),
    showId: z.uuid(),
    /** True for a new account; one that existed signs in by itself. */
    signedIn: z.boolean(),
  })
  .meta({ id: 'AcceptedInvitation' });

/** What the holder of an invitation's link does with it. */
@ApiTags('member')
@Controller('/api/v1/invitations')
export class InvitationController {
  constructor(
    @InjectDataSource('api') private readonly dataSource: DataSource,
    private readonly invitations: InvitationsService,
    private readonly logins: LoginsService,
    private readonly handover: LoginHandover,
    private readonly throttles: ThrottlesService,
  ) {}

  /** A POST, although it only reads: the secret is not to stand in an address. */
  @Public()
  @Post('open')
  @Answer(openAnswer)
  async open(
    @Body({ schema: openForm }) { token }: z.infer<typeof openForm>,
    @Req() request: ApiRequest,
  ): Promise<z.infer<typeof openAnswer>> {
    await this.throttles.take('link-address', request.ip);
    const { email, role, showId, hasAccount } = await this.invitations.open(token);
    return { email, role, hasAccount, show: await findShow(this.dataSource, showId) };
  }

  @Public()
  @Post('accept')
  @Answer(acceptAnswer)
  async accept(
    @Body({ schema: acceptForm }) { token, ...form }: z.infer<typeof acceptForm>,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof acceptAnswer>> {
    await this.throttles.take('link-address', request.ip);
    const { user, showId, isNew } = await this.invitations.accept(token, form);
    if (isNew) {
      const login = await this.logins.open(user.id, request.headers['user-agent'] ?? '');
      await this.handover.begin(login, request, reply);
    }
    return { email: user.email, showId, signedIn: isNew };
  }
}
