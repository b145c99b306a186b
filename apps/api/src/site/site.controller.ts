import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type SiteDesk, SiteService } from '#libs/catalog';
import type { Actor } from '#libs/kernel';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor } from '../http/params.decorator.js';
import { type SiteAnswer, siteAnswer } from './site.answer.js';
import { siteForm } from './site.form.js';

/** What holds for the whole site; the instance's owner alone. A stale `version` answers 409 with both values. */
@ApiTags('site')
@Controller('/api/v1/site')
export class SiteController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    private readonly site: SiteService,
  ) {}

  @Needs('read')
  @Get()
  @Answer(siteAnswer)
  async get(@CurrentActor() actor: Actor): Promise<SiteAnswer> {
    return this.toAnswer(await this.site.get(actor));
  }

  @Needs('admin')
  @Put()
  @ApiOperation({ summary: 'Save the settings; a field that is left out stays. Pages follow at once' })
  @Answer(siteAnswer)
  async save(
    @CurrentActor() actor: Actor,
    @Body({ schema: siteForm }) form: z.infer<typeof siteForm>,
  ): Promise<SiteAnswer> {
    return this.toAnswer(await this.site.save(actor, form));
  }

  private toAnswer(desk: SiteDesk): SiteAnswer {
    const { addresses } = this.deps;
    return { ...desk, pageUrl: { en: addresses.home('en'), fr: addresses.home('fr') } };
  }
}
