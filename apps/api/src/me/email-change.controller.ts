import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { EmailChangesService, Errands, type Identity, ThrottlesService } from '#libs/accounts';
import { Public, SignedIn } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { fields } from '../http/form.js';
import { CurrentIdentity } from '../http/params.decorator.js';
import type { ApiRequest } from '../http/request.js';

const changeForm = z.strictObject({ email: fields.email, password: fields.presentPassword });
const confirmForm = z.strictObject({ token: fields.secret });
const confirmAnswer = z.object({ changed: z.boolean() }).meta({ id: 'EmailChange' });

/** Change of address, confirmed at both the old and the new one. */
@ApiTags('me')
@Controller('/api/v1')
export class EmailChangeController {
  constructor(
    private readonly changes: EmailChangesService,
    private readonly errands: Errands,
    private readonly throttles: ThrottlesService,
  ) {}

  @SignedIn()
  @Post('me/email')
  @Answer(undefined, 202)
  async ask(
    @CurrentIdentity() { user }: Identity,
    @Body({ schema: changeForm }) form: z.infer<typeof changeForm>,
  ): Promise<void> {
    await this.changes.admit(user, form.password);
    this.errands.run('change of address', () => this.changes.mailLinks(user, form.email));
  }

  @Public()
  @Post('email-change/confirm')
  @Answer(confirmAnswer, 200, '`changed`: false while the other address has not confirmed.')
  async confirm(
    @Body({ schema: confirmForm }) { token }: z.infer<typeof confirmForm>,
    @Req() request: ApiRequest,
  ): Promise<z.infer<typeof confirmAnswer>> {
    await this.throttles.take('link-address', request.ip);
    return this.changes.confirm(token);
  }
}
