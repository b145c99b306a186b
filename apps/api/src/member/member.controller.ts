import { Body, Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Errands, type Identity, InvitationsService, MembershipsService, ThrottlesService } from '#libs/accounts';
import { type Actor, roles } from '#libs/kernel';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { fields } from '../http/form.js';
import { CurrentActor, CurrentIdentity, Id } from '../http/params.decorator.js';
import { type Members, membersAnswer, toMembers } from './member.view.js';
import { findShow } from './shows.js';

const inviteForm = z.strictObject({ email: fields.email, role: z.enum(roles) });
const roleForm = z.strictObject({ role: z.enum(roles) });

/** Who works on a show. Roles are per show; only its owners change them. */
@ApiTags('member')
@Controller('/api/v1/shows/:showId')
export class MemberController {
  constructor(
    @InjectDataSource('api') private readonly dataSource: DataSource,
    private readonly memberships: MembershipsService,
    private readonly invitations: InvitationsService,
    private readonly throttles: ThrottlesService,
    private readonly errands: Errands,
  ) {}

  @Needs('read')
  @Get('members')
  @Answer(membersAnswer)
  async list(@CurrentActor() actor: Actor, @Id('showId') showId: string): Promise<Members> {
    await findShow(this.dataSource, showId);
    return toMembers(await this.memberships.list(actor, showId), await this.invitations.list(actor, showId));
  }

  @Needs('admin')
  @Post('members')
  @Answer(undefined, 202, 'An invitation is mailed, whether or not the address has an account.')
  async invite(
    @CurrentIdentity() { actor, user }: Identity,
    @Id('showId') showId: string,
    @Body({ schema: inviteForm }) form: z.infer<typeof inviteForm>,
  ): Promise<void> {
    const show = await findShow(this.dataSource, showId);
    this.invitations.admit(actor, showId);
    await this.throttles.take('invite-account', user.id);
    this.errands.run('invitation', () => this.invitations.mailLink(user, show, form));
  }

  @Needs('admin')
  @Patch('members/:userId')
  @Answer(undefined, 204)
  async changeRole(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('userId') userId: string,
    @Body({ schema: roleForm }) { role }: z.infer<typeof roleForm>,
  ): Promise<void> {
    await this.memberships.changeRole(actor, showId, userId, role);
  }

  @Needs('admin')
  @Delete('members/:userId')
  @Answer(undefined, 204)
  async remove(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('userId') userId: string,
  ): Promise<void> {
    await this.memberships.remove(actor, showId, userId);
  }

  @Needs('admin')
  @Delete('invitations/:invitationId')
  @Answer(undefined, 204)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('invitationId') invitationId: string,
  ): Promise<void> {
    await this.invitations.withdraw(actor, showId, invitationId);
  }
}
