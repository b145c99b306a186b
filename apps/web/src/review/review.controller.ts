import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CodeNeeded, ReviewService } from '#libs/catalog';
import { Invalid, isId, NotFound } from '#libs/kernel';
import { isKey, translator } from '#libs/messages';
import { reviewPage, type ReviewPageView } from '#libs/pages';
import { GuestConfirm } from '../guest-link/guest-confirm.js';
import { GuestDoor, type GuestVisit } from '../guest-link/guest-door.js';
import { RecordingServer } from '../media/recording-server.js';
import { sendPlain } from '../media/send-plain.js';
import { WEB_DEPS, type WebDeps } from '../web.deps.js';
import { readClipAnswer, readQuoteAnswer } from './review.form.js';
import { toReviewPage } from './to-review-page.js';

type Asked = 'quote' | 'clip';

/** `/i/{secret}/review`: quotes and clips are agreed to, touched up or refused (`ux` 2.8). Only a POST changes anything. */
@Controller('/i/:secret')
export class ReviewController {
  constructor(
    @Inject(WEB_DEPS) private readonly deps: WebDeps,
    private readonly door: GuestDoor,
    private readonly confirm: GuestConfirm,
    private readonly review: ReviewService,
    private readonly recordings: RecordingServer,
  ) {}

  @Get('review')
  async page(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
    @Query('saved') saved: unknown,
  ): Promise<void> {
    const visit = await this.door.openGuest(request, reply, secret);
    if (visit) await this.send(reply, visit, isId(saved) ? { saved } : {});
  }

  /** The finished sound by range, also before its release: for who is heard in it in person, and in no cache (`ux:K-05`). */
  @Get('m/:revision/sound.mp3')
  async sound(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
    @Param('revision') revision: string,
  ): Promise<void> {
    const visit = await this.door.openGuest(request, reply, secret);
    if (!visit) return;
    const found = await this.review.sound(visit.actor);
    if (found?.revisionId !== revision) return sendPlain(reply, 404, 'There is no such recording here.');
    await this.recordings.sendFile(request, reply, { cacheControl: 'private, no-store' }, found.file);
  }

  @Post('review/quote/:id')
  quote(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<void> {
    return this.answer(request, reply, secret, { kind: 'quote', id, form: toForm(body) });
  }

  @Post('review/clip/:id')
  clip(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<void> {
    return this.answer(request, reply, secret, { kind: 'clip', id, form: toForm(body) });
  }

  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string,
    asked: { kind: Asked; id: string; form: URLSearchParams },
  ): Promise<void> {
    const visit = await this.door.openForm(request, reply, secret);
    if (!visit) return;
    if (!isId(asked.id)) return this.door.pages.sendProblem(request, reply, 'notFound');
    try {
      if (!(await this.take(reply, visit, asked))) return;
    } catch (error) {
      if (error instanceof NotFound) return this.send(reply, visit, {}, 404);
      if (!(error instanceof Invalid)) throw error;
      const { message, params } = error.fields[0]!;
      const t = translator(visit.region);
      const said = isKey(message) ? t(message, params as never) : t('review.chooseOne');
      return this.send(reply, visit, { wrong: { id: asked.id, message: said } }, 422);
    }
    await this.door.seeOther(reply, `${this.pathOf(visit)}?saved=${asked.id}${langOf(visit)}#a-${asked.id}`);
  }

  /** False: it was answered by the page that asks for the code. */
  private async take(
    reply: FastifyReply,
    visit: GuestVisit,
    { kind, id, form }: { kind: Asked; id: string; form: URLSearchParams },
  ): Promise<boolean> {
    const give = async (isConfirmed: boolean) => {
      const [quote, clip] = kind === 'quote' ? [readQuoteAnswer(form)] : [undefined, readClipAnswer(form)];
      if (quote) await this.review.answerQuote(visit.actor, id, quote, isConfirmed);
      else if (clip) await this.review.answerClip(visit.actor, id, clip, isConfirmed);
      else throw new Invalid([{ path: 'answer', message: 'review.chooseOne' }]);
    };
    try {
      // Where no mail address is known nobody can be sent a code; the link itself is all there is.
      await give(!this.confirm.hasMail(visit));
      return true;
    } catch (error) {
      if (!(error instanceof CodeNeeded)) throw error;
    }
    const action = `${this.pathOf(visit)}/${kind}/${id}`;
    const what = translator(visit.region)('review.code');
    if (!(await this.confirm.confirm(reply, visit, form, { part: 'review', action, what }))) return false;
    await give(true);
    return true;
  }

  private async send(
    reply: FastifyReply,
    visit: GuestVisit,
    more: Pick<ReviewPageView, 'saved' | 'wrong'>,
    status = 200,
  ): Promise<void> {
    const review = await this.review.read(visit.actor);
    const sound = review.sound ? `${this.base(visit)}/m/${review.sound.revisionId}/sound.mp3` : '';
    const view = toReviewPage(review, { sound, timeZone: visit.link.timeZone, now: this.deps.clock.now() });
    await this.door.send(reply, reviewPage(this.door.pages.site, visit.frame, { ...view, ...more }), status);
  }

  private base({ secret }: GuestVisit): string {
    const { addresses } = this.door.pages.site;
    return addresses.path(addresses.guestLink(secret));
  }

  private pathOf(visit: GuestVisit): string {
    return `${this.base(visit)}/review`;
  }
}

function langOf({ region, link }: GuestVisit): string {
  return region === link.locale ? '' : `&lang=${region.slice(0, 2)}`;
}

function toForm(body: unknown): URLSearchParams {
  return body instanceof URLSearchParams ? body : new URLSearchParams(typeof body === 'string' ? body : '');
}
