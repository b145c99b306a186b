import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EpisodeQuery, EventQuery, PublicNamesQuery, ShowQuery, type ShowView } from '#libs/catalog';
import { type Language, languages } from '#libs/kernel';
import type { Site } from '#libs/pages';
import { Encoded } from '../page/encoded.js';
import { PageCache } from '../page/page-cache.js';
import { PageServer, sendEncoded } from '../page/page-server.js';
import { showSitemapXml, sitemapIndexXml, siteSitemapXml } from './sitemap.xml.js';

/** `/sitemap.xml` lists the files; on a show's own host only the show's. */
@Controller()
export class SitemapController {
  constructor(
    private readonly pages: PageServer,
    private readonly cache: PageCache,
    private readonly shows: ShowQuery,
    private readonly events: EventQuery,
    private readonly episodes: EpisodeQuery,
    private readonly names: PublicNamesQuery,
  ) {}

  @Get('/sitemap.xml')
  async index(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const site = this.pages.siteAt(request);
    await this.send(request, reply, `sitemap ${site.host?.slug ?? ''}`, async () => this.indexOf(site));
  }

  /** `site-fr.xml`, `show-fr-mnc.xml`. */
  @Get('/sitemap/:file')
  async file(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('file') file: string): Promise<void> {
    const [, kind, lang, slug] = /^(site|show)-(en|fr)(?:-([a-z0-9-]+))?\.xml$/.exec(file) ?? [];
    const make =
      kind === 'site' && slug === undefined
        ? () => this.ofSite(lang as Language)
        : kind === 'show' && slug !== undefined
          ? () => this.ofShow(lang as Language, slug)
          : async () => undefined;
    await this.send(request, reply, `sitemap ${file}`, make);
  }

  private async indexOf(site: Site): Promise<string> {
    const { host } = site;
    const at = (name: string) => site.addresses.rootFile(`sitemap/${name}`);
    const isHere = ({ slug }: ShowView) => site.addresses.hosts.ofShow(slug)?.slug === host?.slug;
    const shows = (await this.shows.list()).filter(isHere);
    return sitemapIndexXml(
      languages.flatMap((lang) => [
        ...(host ? [] : [{ href: at(`site-${lang}.xml`) }]),
        ...shows.map(({ slug, latestAt }) => ({ href: at(`show-${lang}-${slug}.xml`), changedAt: latestAt })),
      ]),
    );
  }

  private async ofSite(lang: Language): Promise<string> {
    const [guests, tags] = await Promise.all([this.names.guests(), this.names.tags()]);
    return siteSitemapXml(this.pages.site, lang, { guests, tags });
  }

  private async ofShow(lang: Language, slug: string): Promise<string | undefined> {
    const found = await this.shows.bySlug(slug);
    if (found.kind !== 'found') return undefined;
    const show = found.view;
    const [events, episodes] = await Promise.all([this.events.ofShow(show.id), this.episodes.allOfShow(show.id)]);
    return showSitemapXml(this.pages.siteOf(slug), lang, { show, events, episodes });
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    make: () => Promise<string | undefined>,
  ): Promise<void> {
    const encoded = await this.cache.get(key, async () => {
      const xml = await make();
      return xml === undefined
        ? undefined
        : new Encoded(Buffer.from(xml), { 'content-type': 'application/xml; charset=utf-8' });
    });
    if (!encoded) return this.pages.sendProblem(request, reply, 'notFound');
    return sendEncoded(request, reply, encoded, 200, 'public, max-age=300');
  }
}
