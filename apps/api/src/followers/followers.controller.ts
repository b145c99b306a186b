import { Controller, Delete, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { FollowersDeskService } from '#libs/audience';
import { type Actor, regions } from '#libs/kernel';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import {
  type FollowersAnswer,
  followersAnswer,
  type MailingsAnswer,
  mailingsAnswer,
  toFollowersAnswer,
  toFollowersTable,
  toMailingsAnswer,
} from './followers.answer.js';

const listQuery = z.strictObject({
  /** A part of an address. */
  find: z.string().max(254).default(''),
  page: z.coerce.number().int().min(1).max(1_000).default(1),
});
const tableQuery = z.strictObject({ locale: z.enum(regions).default('en-CA') });

/** Who follows a show by mail, and the mails that they got: for owners and producers of the show. */
@ApiTags('follower')
@Controller('/api/v1/shows/:showId')
export class FollowersController {
  constructor(private readonly desk: FollowersDeskService) {}

  @Needs('write')
  @Get('followers')
  @Answer(
    followersAnswer,
    200,
    'Who has confirmed, newest first, a hundred a page. Addresses are not for tokens that only read.',
  )
  async list(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<FollowersAnswer> {
    return toFollowersAnswer(await this.desk.list(actor, showId, query));
  }

  @Needs('write')
  @Get('followers.csv')
  @ApiProduces('text/csv')
  @Answer(undefined, 200, 'Everybody who has confirmed, as a table for a spreadsheet.')
  async table(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Query({ schema: tableQuery }) { locale }: z.infer<typeof tableQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const table = toFollowersTable(locale, await this.desk.all(actor, showId));
    await reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="followers.csv"',
        'cache-control': 'private, no-store',
      })
      .send(table);
  }

  @Needs('write')
  @Delete('followers/:followerId')
  @Answer(undefined, 204, 'The address is deleted; nothing is sent to it any more.')
  async remove(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Id('followerId') followerId: string,
  ): Promise<void> {
    await this.desk.remove(actor, showId, followerId);
  }

  @Needs('read')
  @Get('mailings')
  @Answer(mailingsAnswer, 200, 'The newest fifty: what was told of which release, to how many.')
  async mailings(@CurrentActor() actor: Actor, @Id('showId') showId: string): Promise<MailingsAnswer> {
    return toMailingsAnswer(await this.desk.mailings(actor, showId));
  }
}
