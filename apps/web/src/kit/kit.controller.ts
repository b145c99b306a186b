import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Invalid, isId } from '#libs/kernel';
import { kitPage, letterOffPage } from '#libs/pages';
import { type GuestKitForm, GuestKitsService, type OptionalLetter, optionalLetters } from '#libs/sharing';
import { GuestDoor, type GuestVisit } from '../guest-link/guest-door.js';
import { RecordingServer } from '../media/recording-server.js';
import { sendPlain } from '../media/send-plain.js';
import { KitSounds } from './kit-sounds.js';
import { KitViews } from './kit-views.js';
import { readChoice, readField, readLetters } from './kit.form.js';

/** `/i/{secret}`: the kit, and what a guest decides about it. Opening it changes nothing (mail scanners open everything). */
@Controller('/i/:secret')
export class KitController {
  constructor(
    private readonly door: GuestDoor,
    private readonly views: KitViews,
    private readonly kits: GuestKitsService,
    private readonly sounds: KitSounds,
    private readonly recordings: RecordingServer,
  ) {}

  @Get()
  async page(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
  ): Promise<void> {
    const visit = await this.door.open(request, reply, secret);
    if (!visit) return;
    const { site } = this.door.pages;
    const view = await this.views.ofVisit(visit, readChoice(request.url.split('?')[1] ?? ''));
    if (!view) return this.door.pages.sendProblem(request, reply, 'gone');
    return this.door.send(reply, kitPage(site, visit.frame, view));
  }

  /** The recording as it was sent, by range: for the guest in person, beside the repaired one. */
  @Get('m/:revision/before')
  async before(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
    @Param('revision') revision: string,
  ): Promise<void> {
    const visit = await this.door.openGuest(request, reply, secret);
    if (!visit) return;
    const file = isId(revision) ? await this.sounds.before(visit.actor, revision) : undefined;
    if (!file) return sendPlain(reply, 404, 'There is no such recording here.');
    await this.recordings.sendFile(request, reply, { cacheControl: 'private, no-store' }, file);
  }

  @Post('kit/counting')
  async counting(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
    @Body() body: unknown,
  ): Promise<void> {
    return this.choose(request, reply, secret, { countsVia: readField(body, 'on') === 'yes' });
  }

  @Post('kit/remind')
  async remind(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
    @Body() body: unknown,
  ): Promise<void> {
    return this.choose(request, reply, secret, { remindOn: readField(body, 'day') || null });
  }

  @Post('kit/mails')
  async mails(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
    @Body() body: unknown,
  ): Promise<void> {
    return this.choose(request, reply, secret, { lettersOff: readLetters(body) });
  }

  /** From the foot of a mail: a page with one button, since scanners follow links. */
  @Get('kit/off')
  async askOff(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
    @Query('mail') mail: unknown,
  ): Promise<void> {
    const visit = await this.door.openGuest(request, reply, secret);
    if (visit) return this.sendOff(reply, visit, toLetter(mail), false);
  }

  /** The button, and what mail programs send by themselves (RFC 8058). */
  @Post('kit/off')
  async off(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
    @Query('mail') mail: unknown,
  ): Promise<void> {
    const visit = await this.door.openForm(request, reply, secret);
    if (!visit) return;
    const kind = toLetter(mail);
    if (kind) await this.kits.switchOff(visit.actor, kind);
    return this.sendOff(reply, visit, kind, true);
  }

  private async choose(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string,
    form: GuestKitForm,
  ): Promise<void> {
    const visit = await this.door.openForm(request, reply, secret);
    if (!visit) return;
    const isTaken = await this.kits.choose(visit.actor, form).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Invalid) return false;
        throw error;
      },
    );
    const { site } = this.door.pages;
    const path = site.addresses.path(site.addresses.guestLink(secret));
    const lang = visit.region === visit.link.locale ? '' : `&lang=${visit.region.slice(0, 2)}`;
    return this.door.seeOther(reply, `${path}?told=${isTaken ? 'saved' : 'day'}${lang}`);
  }

  private async sendOff(
    reply: FastifyReply,
    visit: GuestVisit,
    kind: OptionalLetter | undefined,
    isDone: boolean,
  ): Promise<void> {
    const { site } = this.door.pages;
    if (!kind) return this.door.seeOther(reply, site.addresses.path(site.addresses.guestLink(visit.secret)));
    return this.door.send(reply, letterOffPage(site, visit.frame, { kind, isDone }));
  }
}

function toLetter(value: unknown): OptionalLetter | undefined {
  return optionalLetters.find((kind) => kind === value);
}
