import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Errands, PasswordResetService, ThrottlesService } from '#libs/accounts';
import { Public } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { fields } from '../http/form.js';
import type { ApiRequest } from '../http/request.js';

const askForm = z.strictObject({ email: fields.email });
const confirmForm = z.strictObject({ token: fields.secret, password: fields.password });

/** Forgotten passwords. Asking answers 202 for every address (`abuse:A35`). */
@ApiTags('login')
@Controller('/api/v1/password-reset')
export class PasswordResetController {
  constructor(
    private readonly resets: PasswordResetService,
    private readonly errands: Errands,
    private readonly throttles: ThrottlesService,
  ) {}

  @Public()
  @Post()
  @Answer(undefined, 202)
  async ask(@Body({ schema: askForm }) { email }: z.infer<typeof askForm>, @Req() request: ApiRequest): Promise<void> {
    await this.resets.admit(request.ip);
    this.errands.run('password reset mail', () => this.resets.mailLink(email));
  }

  @Public()
  @Post('confirm')
  @Answer(undefined, 204)
  async confirm(
    @Body({ schema: confirmForm }) { token, password }: z.infer<typeof confirmForm>,
    @Req() request: ApiRequest,
  ): Promise<void> {
    await this.throttles.take('link-address', request.ip);
    await this.resets.confirm(token, password);
  }
}
