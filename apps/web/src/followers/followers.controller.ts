import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type FollowForm, FollowersService } from '#libs/audience';
import { EpisodeQuery } from '#libs/catalog';
import { type Language, toLanguage } from '#libs/kernel';
import { episodeAddress, type FollowAnswer, followAnswerPage } from '#libs/pages';
import { isForeignForm } from '../guest-link/form-origin.policy.js';
import { PageServer } from '../page/page-server.js';
import { GuessLimit } from '../secret/guess-limit.js';
import { WEB_DEPS, type WebDeps } from '../web.deps.js';
import { readFollowForm } from './follow.form.js';

/** Forms of one client within ten minutes (`abuse:A49`). */
const forms = { most: 10, windowMs: 600_000 };

/** `/follow`: forms of visitors, and the links in the mails to them. Opening a link changes nothing: mail scanners open them all. */
@Controller('/follow')
export class FollowersController {
  private readonly limit: GuessLimit;

  constructor(
    @Inject(WEB_DEPS) { clock }: WebDeps,
    private readonly pages: PageServer,
    private readonly followers: FollowersService,
    private readonly episodes: EpisodeQuery,
  ) {
    this.limit = new GuessLimit(clock, forms.most, forms.windowMs);
  }

  @Post()
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Body() body: unknown): Promise<void> {
    const form = readFollowForm(body);
    if (!form || isForeignForm(request.headers))
      return this.answer(request, reply, 400, languageOf(request), { kind: 'none' });
    const { asked, isTrap } = form;
    const lang = toLanguage(asked.locale);
    const wait = this.limit.waitOf(request.ip);
    if (wait > 0) return this.answer(request, reply, 429, lang, { kind: 'wait', minutes: Math.ceil(wait / 60) });
    this.limit.count(request.ip);
    if (isTrap) return this.answer(request, reply, 202, lang, { kind: 'asked', email: asked.email });
    const [status, answer] = toAnswer(asked, await this.followers.ask(asked));
    return this.answer(request, reply, status, lang, answer);
  }

  @Get(':secret/confirm')
  async askConfirm(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
  ): Promise<void> {
    const { addresses } = this.pages.site;
    return this.question(request, reply, secret, 'confirm', addresses.path(addresses.followConfirm(secret)));
  }

  @Post(':secret/confirm')
  async confirm(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
  ): Promise<void> {
    const done = await this.followers.confirm(secret);
    if (!done) return this.answer(request, reply, 404, languageOf(request), { kind: 'gone' });
    const lang = toLanguage(done.locale);
    if (done.kind === 'confirmed') return this.answer(request, reply, 200, lang, done);
    const episode = await this.episodes.byId(done.episodeId);
    if (!episode) return this.answer(request, reply, 404, lang, { kind: 'gone' });
    return this.answer(request, reply, 200, lang, {
      kind: 'out',
      href: episodeAddress(this.pages.site.addresses, episode, lang),
    });
  }

  @Get(':secret/stop')
  async askStop(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
  ): Promise<void> {
    const { addresses } = this.pages.site;
    return this.question(request, reply, secret, 'stop', addresses.path(addresses.followStop(secret)));
  }

  /** Also what a mail program sends by itself (RFC 8058), from anywhere and without a login; a second time is as good. */
  @Post(':secret/stop')
  async stop(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('secret') secret: string,
  ): Promise<void> {
    const stopped = await this.followers.stop(secret);
    return this.answer(request, reply, 200, stopped ? toLanguage(stopped.locale) : languageOf(request), {
      kind: 'stopped',
    });
  }

  private async question(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string,
    kind: 'confirm' | 'stop',
    href: string,
  ): Promise<void> {
    const found = await this.followers.find(secret);
    if (!found) return this.answer(request, reply, 404, languageOf(request), { kind: 'gone' });
    const { email, what, locale } = found;
    return this.answer(request, reply, 200, toLanguage(locale), { kind, email, what, href });
  }

  private answer(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    lang: Language,
    answer: FollowAnswer,
  ): Promise<void> {
    return this.pages.sendOnce(reply, status, followAnswerPage(this.pages.siteAt(request), lang, answer));
  }
}

/** The same for an address that is known and one that is not (`abuse:A35`). */
function toAnswer(form: FollowForm, asked: Awaited<ReturnType<FollowersService['ask']>>): [number, FollowAnswer] {
  const { email, target, targetId, part } = form;
  if (asked === 'asked') return [202, { kind: 'asked', email }];
  if (asked === 'none') return [404, { kind: 'none' }];
  if (asked === 'full') return [429, { kind: 'wait', minutes: 60 }];
  return [422, { kind: 'wrong', email, target: { kind: target, id: targetId, ...(part > 0 && { part }) } }];
}

function languageOf(request: FastifyRequest): Language {
  return toLanguage(request.headers['accept-language']?.slice(0, 2) ?? 'en');
}
