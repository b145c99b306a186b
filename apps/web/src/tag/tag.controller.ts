import { Controller, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readListing, ShowQuery, TagQuery } from '#libs/catalog';
import type { Language } from '#libs/kernel';
import { tagPage } from '#libs/pages';
import { CardQuery, tagSubjectId } from '#libs/sharing';
import { Lang, PageAt } from '../page/lang.decorator.js';
import { type Outcome, PageServer } from '../page/page-server.js';
import { WEB_DEPS, type WebDeps } from '../web.deps.js';

/** A page shows so many of the newest; its feed has all. */
const most = 200;

/** `/{lang}/t/{tag}`: only tags of something that is out have a page. */
@Controller()
export class TagController {
  constructor(
    @Inject(WEB_DEPS) private readonly deps: WebDeps,
    private readonly pages: PageServer,
    private readonly shows: ShowQuery,
    private readonly tags: TagQuery,
    private readonly cards: CardQuery,
  ) {}

  @PageAt('t/:tag')
  tag(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Lang() lang: Language,
    @Param('tag') slug: string,
  ): Promise<void> {
    return this.pages.send(request, reply, lang, `tag ${lang} ${slug}`, () => this.find(lang, slug));
  }

  private async find(lang: Language, slug: string): Promise<Outcome> {
    const tag = await this.tags.bySlug(slug);
    if (!tag) return { problem: 'notFound' };
    const { dataSource, clock } = this.deps;
    const listing = await readListing(dataSource, { tagSlug: slug }, { at: clock.now(), audience: 'public', most });
    const { episodes } = listing;
    const shows = await this.shows.byIds([...new Set(episodes.map(({ showId }) => showId))]);
    const card = await this.cards.of('tag', tagSubjectId(slug), lang);
    return { page: tagPage(this.pages.site, lang, { tag, episodes, shows, card }) };
  }
}
