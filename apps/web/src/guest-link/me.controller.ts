import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type GuestSelf, readGuestSelf } from '#libs/catalog';
import { EstradeError, Invalid, NotFound, TooMany, toLanguage } from '#libs/kernel';
import { isKey, translator } from '#libs/messages';
import { guestMePage, type GuestMeView, type MeSection, meSections } from '#libs/pages';
import type { DataSource } from 'typeorm';
import { GuestConfirm } from './guest-confirm.js';
import { GuestDoor, type GuestVisit } from './guest-door.js';
import { readForm, withSent } from './me.form.js';
import { MeSaves } from './me-saves.js';
import { toMeView } from './to-me-view.js';
import { WEB_DEPS, type WebDeps } from '../web.deps.js';

/** `/i/{secret}/me`: read, then one form at a time; after each the same page, with what became of it at its place. */
@Controller('/i/:secret/me')
export class MeController {
  private readonly db: DataSource;

  constructor(
    @Inject(WEB_DEPS) { dataSource }: WebDeps,
    private readonly door: GuestDoor,
    private readonly confirm: GuestConfirm,
    private readonly saves: MeSaves,
  ) {
    this.db = dataSource;
  }

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
  ): Promise<void> {
    const visit = await this.door.openGuest(request, reply, secret);
    if (!visit) return;
    const done = new URLSearchParams(request.url.split('?')[1] ?? '').get('done') ?? '';
    const view = this.viewOf(visit, await readGuestSelf(this.db, visit.link));
    return this.send(reply, visit, { ...view, done: isDone(done) ? done : undefined });
  }

  @Post('photo')
  async photo(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
    @Body() body: unknown,
  ): Promise<void> {
    const visit = await this.door.openForm(request, reply, secret);
    if (!visit) return;
    return this.take(reply, visit, 'photo', new URLSearchParams(), () => {
      if (!(body instanceof Uint8Array) || body.length === 0) {
        throw new Invalid([{ path: '', message: 'error.field.guest.photo' }]);
      }
      return this.saves.photo(visit, body);
    });
  }

  @Post(':section')
  async save(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
    @Param('section') name: string,
    @Body() body: unknown,
  ): Promise<void> {
    const visit = await this.door.openForm(request, reply, secret);
    if (!visit) return;
    const section = meSections.find((each) => each === name);
    const form = readForm(body);
    if (!section || section === 'photo' || !form) throw new NotFound();
    if (!(await this.mayGoOn(reply, visit, section, form))) return;
    return this.take(reply, visit, section, form, (self) => this.work(visit, section, form, self));
  }

  /** Whether the form may be taken now: what is sensitive needs its code, where there is an address to send it to (`ux:K-04`). */
  private async mayGoOn(
    reply: FastifyReply,
    visit: GuestVisit,
    section: MeSection,
    form: URLSearchParams,
  ): Promise<boolean> {
    if (section !== 'consents' && section !== 'disclaimer') return true;
    if (!this.confirm.hasMail(visit)) return true;
    const { t } = this.reader(visit);
    const what = t(section === 'consents' ? 'guest.code.consents' : 'guest.code.disclaimer');
    return this.confirm.confirm(reply, visit, form, { part: 'me', action: this.path(visit, section), what });
  }

  private work(
    visit: GuestVisit,
    section: Exclude<MeSection, 'photo'>,
    form: URLSearchParams,
    self: GuestSelf,
  ): Promise<string> {
    if (section === 'then') return this.saves.appearance(visit, form);
    if (section === 'now') return this.saves.now(visit, form, self);
    if (section === 'consents') {
      const isConfirmed = this.confirm.hasMail(visit);
      return isConfirmed ? this.saves.confirmedConsents(visit, form) : this.saves.askedConsents(visit, form);
    }
    if (section === 'disclaimer' && !this.confirm.hasMail(visit)) throw new NotFound();
    return this.saves[section](visit, form);
  }

  /** Saved: the page again, by a redirect, so that reloading sends nothing twice. Refused: the form as it was sent. */
  private async take(
    reply: FastifyReply,
    visit: GuestVisit,
    section: MeSection,
    form: URLSearchParams,
    work: (self: GuestSelf) => Promise<string>,
  ): Promise<void> {
    const self = await readGuestSelf(this.db, visit.link);
    try {
      const done = await work(self);
      return await this.door.seeOther(reply, `${this.path(visit)}?done=${done}#${section}`);
    } catch (error) {
      if (!(error instanceof EstradeError) || error.status >= 500) throw error;
      const view = withSent(this.viewOf(visit, self), section, form);
      const wrong = { section, fields: this.sentences(visit, error) };
      if (error instanceof TooMany) reply.header('retry-after', String(error.retryAfterSeconds));
      return this.send(reply, visit, { ...view, wrong }, error.status === 404 ? 422 : error.status);
    }
  }

  /** By field; what belongs to none is told at the head of the section. */
  private sentences(visit: GuestVisit, error: EstradeError): Record<string, string> {
    const { t } = this.reader(visit);
    const say = (key: string, params: Record<string, string | number>, other: string) =>
      isKey(key) ? t(key, params) : other;
    if (error.fields.length === 0) return { '': say(`error.${error.code}`, error.params, error.message) };
    return Object.fromEntries(
      error.fields.map(({ path, message, params = {} }) => [path, say(message, params, message)]),
    );
  }

  private viewOf(visit: GuestVisit, self: GuestSelf): GuestMeView {
    const { addresses } = this.door.pages.site;
    const team = this.door.teamSecretOf(visit.link);
    return toMeView(visit, self, team ? addresses.guestLink(team) : null);
  }

  private send(reply: FastifyReply, visit: GuestVisit, view: GuestMeView, status = 200): Promise<void> {
    return this.door.send(reply, guestMePage(this.door.pages.site, visit.frame, view), status);
  }

  private reader({ region }: GuestVisit) {
    return { lang: toLanguage(region), t: translator(region) };
  }

  private path({ secret }: GuestVisit, section = ''): string {
    const { addresses } = this.door.pages.site;
    return addresses.path(addresses.guestLink(secret, 'me')) + (section && `/${section}`);
  }
}

function isDone(said: string): boolean {
  return meSections.some((section) => said === section || said.startsWith(`${section}-`)) && said.length < 30;
}
