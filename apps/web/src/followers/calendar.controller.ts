import { Controller, Get, Inject, NotFoundException, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { readReleaseCalendar } from '#libs/audience';
import { WEB_DEPS, type WebDeps } from '../web.deps.js';

/** `/m/{episode}/release.ics`: the planned release for a calendar, where it is announced (`abuse:A31`: else there is nothing). */
@Controller()
export class CalendarController {
  constructor(@Inject(WEB_DEPS) private readonly deps: WebDeps) {}

  @Get('/m/:episode/release.ics')
  async release(@Res() reply: FastifyReply, @Param('episode') episodeId: string): Promise<void> {
    const { dataSource, addresses } = this.deps;
    const calendar = await readReleaseCalendar(dataSource, addresses, episodeId);
    if (!calendar) throw new NotFoundException();
    await reply
      .headers({
        'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
        'content-disposition': 'attachment; filename="release.ics"',
        'cache-control': 'no-cache',
        'x-robots-tag': 'noindex',
      })
      .send(calendar);
  }
}
