import { Controller, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EpisodeQuery, type ParentSlug } from '#libs/catalog';
import type { Language } from '#libs/kernel';
import { Lang, PageAt } from '../page/lang.decorator.js';
import { type AskedMoment, keyOf, readMoment } from './asked-moment.js';
import { EpisodePages } from './episode-pages.js';
import { type Outcome, PageServer } from '../page/page-server.js';

/** `/{lang}/{show}/{slug}` and, for a talk, `/{lang}/e/{event}/{slug}`. Old slugs answer 301 to the current one. */
@Controller()
export class EpisodeController {
  constructor(
    private readonly pages: PageServer,
    private readonly episodes: EpisodeQuery,
    private readonly episodePages: EpisodePages,
  ) {}

  @PageAt('e/:event/:slug')
  talk(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Lang() lang: Language,
    @Param('event') event: string,
    @Param('slug') slug: string,
  ): Promise<void> {
    const moment = readMoment(request.query);
    const key = `talk ${lang} ${event} ${slug}${keyOf(moment)}`;
    return this.pages.send(request, reply, lang, key, () => this.find(lang, { event }, slug, moment), !moment);
  }

  @PageAt(':show/:slug')
  episode(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Lang() lang: Language,
    @Param('show') show: string,
    @Param('slug') slug: string,
  ): Promise<void> {
    const moment = readMoment(request.query);
    const key = `episode ${lang} ${show} ${slug}${keyOf(moment)}`;
    return this.pages.send(request, reply, lang, key, () => this.find(lang, { show }, slug, moment), !moment);
  }

  private async find(lang: Language, parent: ParentSlug, slug: string, moment?: AskedMoment): Promise<Outcome> {
    const found = await this.episodes.byAddress(parent, lang, slug);
    const site = 'event' in parent ? this.pages.siteOfEvent(parent.event) : this.pages.siteOf(parent.show);
    const { addresses } = site;
    switch (found.kind) {
      case 'found':
        return this.episodePages.released(site, lang, found.view, { moment, isPlanned: found.isPlanned });
      case 'announced':
        return this.episodePages.announced(site, lang, found.view, found.releaseAt);
      case 'subscribers':
        return this.episodePages.forSubscribers(site, lang, found.view, found.opensAt);
      case 'moved':
        return {
          moved: addresses.path(
            found.eventSlug
              ? addresses.talk(lang, found.eventSlug, found.slug)
              : addresses.episode(lang, found.showSlug, found.slug),
          ),
        };
      case 'missing':
        return { problem: 'notFound' };
      default:
        return { problem: found.kind };
    }
  }
}
