import { createHash } from 'node:crypto';
import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findShowAtHost, ShowQuery } from '#libs/catalog';
import { isLanguage, type Language, languages, toLanguage } from '#libs/kernel';
import { offlinePage, type Site } from '#libs/pages';
import { sendPlain } from '../media/send-plain.js';
import { PageServer } from '../page/page-server.js';
import { SiteKeeper } from '../site/site-keeper.js';
import { WEB_DEPS, type WebDeps } from '../web.deps.js';
import { offlineWorker } from './offline-worker.js';
import { robotsText } from './robots.js';
import { humansText, manifestJson, openSearchXml, securityText } from './root-files.js';

/** Files that machines look for at the root (`ux` 5.4); a show's own host has its own. */
@Controller()
export class RootController {
  constructor(
    @Inject(WEB_DEPS) private readonly deps: WebDeps,
    private readonly pages: PageServer,
    private readonly keeper: SiteKeeper,
    private readonly shows: ShowQuery,
  ) {}

  @Get('/robots.txt')
  async robots(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { addresses } = this.pages.siteAt(request);
    await send(reply, 'text/plain', robotsText(addresses.rootFile('sitemap.xml'), this.keeper.robots));
  }

  @Get('/manifest.webmanifest')
  async manifest(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const site = this.pages.siteAt(request);
    const found = site.host && (await this.shows.bySlug(site.host.slug));
    const show = found?.kind === 'found' ? found.view : undefined;
    await send(reply, 'application/manifest+json', manifestJson(site, firstLanguage(site), show));
  }

  @Get('/opensearch.xml')
  async openSearch(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('lang') asked: unknown,
  ): Promise<void> {
    const site = this.pages.siteAt(request);
    const lang = isLanguage(asked) ? asked : firstLanguage(site);
    await send(reply, 'application/opensearchdescription+xml', openSearchXml(site, lang));
  }

  @Get('/.well-known/security.txt')
  async security(@Res() reply: FastifyReply): Promise<void> {
    const text = securityText(this.pages.site, this.deps.clock.now());
    if (text === undefined) return sendPlain(reply, 404, 'There is nothing here.');
    await send(reply, 'text/plain', text);
  }

  /** Where password managers lead people who want another one. */
  @Get('/.well-known/change-password')
  async changePassword(@Res() reply: FastifyReply): Promise<void> {
    const location = this.deps.addresses.studio('/account');
    await reply.code(302).headers({ location, 'cache-control': 'no-store' }).send();
  }

  /** Proof that a host name leads here: the id of the show that wishes for it, whether it is used yet or not. */
  @Get('/.well-known/estrade-host')
  async host(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const id = await findShowAtHost(this.deps.dataSource, request.hostname);
    await sendPlain(reply, id ? 200 : 404, id ?? 'No show here has this host name.');
  }

  @Get('/humans.txt')
  async humans(@Res() reply: FastifyReply): Promise<void> {
    await send(reply, 'text/plain', humansText(this.pages.site, await this.shows.list()));
  }

  /** Its own policy lets it fetch from its own host, and nothing else. */
  @Get('/sw.js')
  async offlineWorker(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const site = this.pages.siteAt(request);
    const pages = languages.map((lang) => offlinePage(site, lang).html).join('');
    const version = createHash('sha256').update(pages).digest('hex').slice(0, 12);
    reply.header('content-security-policy', `default-src 'none'; connect-src 'self'`);
    await send(reply, 'text/javascript', offlineWorker(version), 'public, max-age=0, must-revalidate');
  }
}

function firstLanguage({ host, firstLanguage: first = 'en' }: Site): Language {
  return host ? toLanguage(host.language) : first;
}

async function send(reply: FastifyReply, type: string, text: string, cache = 'public, max-age=3600'): Promise<void> {
  await reply.headers({ 'content-type': `${type}; charset=utf-8`, 'cache-control': cache }).send(text);
}
