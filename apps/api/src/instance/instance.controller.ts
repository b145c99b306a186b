import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { SetupService } from '#libs/accounts';
import { languages } from '#libs/kernel';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Public } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { version } from './version.js';

const instanceAnswer = z
  .object({
    name: z.string(),
    /** Nobody has an account yet: the owner follows the set-up link. */
    needsSetup: z.boolean(),
    version: z.string(),
    publicUrl: z.string(),
    languages: z.array(z.enum(languages)),
    uploadMaxBytes: z.int(),
    /** Mails are kept for the owner to read instead of sent: no SMTP_URL. */
    mailKept: z.boolean(),
  })
  .meta({ id: 'Instance' });

/** What the studio has to know before anybody signs in. */
@ApiTags('instance')
@Controller('/api/v1/instance')
export class InstanceController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    private readonly setup: SetupService,
  ) {}

  @Public()
  @Get()
  @Answer(instanceAnswer)
  async show(): Promise<z.infer<typeof instanceAnswer>> {
    const { config } = this.deps;
    return {
      name: 'Estrade',
      needsSetup: await this.setup.needsSetup(),
      version,
      publicUrl: config.publicUrl,
      languages: [...languages],
      uploadMaxBytes: config.uploadMaxBytes,
      mailKept: this.deps.mailer.isKept,
    };
  }
}
