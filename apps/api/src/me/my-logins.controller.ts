import { Controller, Delete, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Identity, LoginsService } from '#libs/accounts';
import { SignedIn } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentIdentity, Id } from '../http/params.decorator.js';

const loginsAnswer = z.object({
  items: z.array(
    z
      .object({
        id: z.uuid(),
        device: z.string(),
        createdAt: z.iso.datetime(),
        lastSeenAt: z.iso.datetime(),
        expiresAt: z.iso.datetime(),
        /** The login that asks. */
        current: z.boolean(),
      })
      .meta({ id: 'Login' }),
  ),
});

/** The browsers that are signed in to one's account. */
@ApiTags('me')
@Controller('/api/v1/me/logins')
export class MyLoginsController {
  constructor(private readonly logins: LoginsService) {}

  @SignedIn()
  @Get()
  @Answer(loginsAnswer)
  async list(@CurrentIdentity() { user, login }: Identity): Promise<z.infer<typeof loginsAnswer>> {
    const rows = await this.logins.list(user.id);
    return {
      items: rows.map(({ id, device, createdAt, lastSeenAt, expiresAt }) => ({
        id,
        device,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        current: id === login?.id,
      })),
    };
  }

  @SignedIn()
  @Delete(':loginId')
  @Answer(undefined, 204)
  async revoke(@CurrentIdentity() { user }: Identity, @Id('loginId') loginId: string): Promise<void> {
    await this.logins.revoke(user.id, loginId);
  }
}
