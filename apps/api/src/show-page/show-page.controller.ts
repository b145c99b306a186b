import { Body, Controller, Delete, Get, Inject, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { HostMissing, type ShowPageDesk, ShowPageService, ShowsService } from '#libs/catalog';
import { type Actor, Forbidden } from '#libs/kernel';
import { Outbound } from '#libs/outbound';
import { API_DEPS, type ApiDeps } from '../api.deps.js';
import { Needs } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { CurrentActor, Id } from '../http/params.decorator.js';
import { checkHost } from './host-check.js';
import { type ShowPageAnswer, showPageAnswer, toShowPageAnswer } from './show-page.answer.js';
import { hostForm, showPageForm } from './show-page.form.js';

/** What a show's page says beyond its texts, and the host it is on. A stale `version` answers 409 with both values. */
@ApiTags('show')
@Controller('/api/v1/shows/:showId/page')
@Needs('write')
export class ShowPageController {
  constructor(
    @Inject(API_DEPS) private readonly deps: ApiDeps,
    private readonly pages: ShowPageService,
    private readonly shows: ShowsService,
    private readonly outbound: Outbound,
  ) {}

  @Needs('read')
  @Get()
  @Answer(showPageAnswer)
  async get(@CurrentActor() actor: Actor, @Id('showId') showId: string): Promise<ShowPageAnswer> {
    return this.toAnswer(actor, showId, await this.pages.get(actor, showId));
  }

  @Put()
  @ApiOperation({
    summary: 'Save the settings; a field that is left out stays. Another host is not used before it is checked',
  })
  @Answer(showPageAnswer)
  async save(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Body({ schema: showPageForm }) form: z.infer<typeof showPageForm>,
  ): Promise<ShowPageAnswer> {
    return this.toAnswer(actor, showId, await this.pages.save(actor, showId, form));
  }

  @Post('host')
  @ApiOperation({ summary: 'Ask the host name whether it leads here, and move the pages of the show there' })
  @Answer(showPageAnswer, 200)
  async useHost(
    @CurrentActor() actor: Actor,
    @Id('showId') showId: string,
    @Body({ schema: hostForm }) { withoutCheck }: z.infer<typeof hostForm>,
  ): Promise<ShowPageAnswer> {
    const { host } = await this.pages.get(actor, showId);
    if (!host) throw new HostMissing();
    if (withoutCheck) requireInstanceOwner(actor);
    if (!withoutCheck) {
      const { protocol, port } = new URL(this.deps.addresses.origin);
      await checkHost(this.outbound, `${protocol}//${host}${port && `:${port}`}`, showId);
    }
    return this.toAnswer(actor, showId, await this.pages.activateHost(actor, showId));
  }

  @Delete('host')
  @ApiOperation({ summary: 'Bring the pages of the show back to the usual address; the name stays written down' })
  @Answer(showPageAnswer)
  async leaveHost(@CurrentActor() actor: Actor, @Id('showId') showId: string): Promise<ShowPageAnswer> {
    return this.toAnswer(actor, showId, await this.pages.deactivateHost(actor, showId));
  }

  private async toAnswer(actor: Actor, showId: string, desk: ShowPageDesk): Promise<ShowPageAnswer> {
    return toShowPageAnswer(desk, await this.shows.get(actor, showId), this.deps.addresses);
  }
}

/** A name that nobody has proved may be another show's, or the instance's by another name. */
function requireInstanceOwner(actor: Actor): void {
  if (actor.kind === 'user' && actor.isInstanceOwner) return;
  throw new Forbidden('Only the owner of the instance may use a host name without its check.');
}
