import { Controller, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EpisodeQuery, ShowQuery, TagQuery } from '#libs/catalog';
import type { Language } from '#libs/kernel';
import { tagPage } from '#libs/pages';
import { CardQuery, tagSubjectId } from '#libs/sharing';
import { Lang, PageAt } from '../page/lang.decorator.js';
import { type Outcome, PageServer } from '../page/page-server.js';
import { readList } from '../show/asked-list.js';

/** `/{lang}/t/{tag}`: only tags of something that is out have a page. */
@Controller()
export class TagController {
  constructor(
    private readonly pages: PageServer,
    private readonly episodes: EpisodeQuery,
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
    const asked = readList(request.query);
    if (!asked) return this.pages.sendProblem(request, reply, 'notFound', lang);
    const { page } = asked;
    return this.pages.send(request, reply, lang, `tag ${lang} ${slug} ${page}`, () => this.find(lang, slug, page));
  }

  private async find(lang: Language, slug: string, at: number): Promise<Outcome> {
    const [tag, { items: episodes, page, pages }] = await Promise.all([
      this.tags.bySlug(slug),
      this.episodes.ofTag(slug, at),
    ]);
    if (!tag || at > pages) return { problem: 'notFound' };
    const [shows, card] = await Promise.all([
      this.shows.named([...new Set(episodes.map(({ showId }) => showId))]),
      this.cards.of('tag', tagSubjectId(slug), lang),
    ]);
    return { page: tagPage(this.pages.site, lang, { tag, episodes, page, pages, shows, card }) };
  }
}
