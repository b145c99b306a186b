import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '#libs/kernel';
import { searchPage, type SearchPageView, type Site } from '#libs/pages';
import { SearchQuery } from '#libs/search';
import { Lang, PageAt } from '../page/lang.decorator.js';
import { PageServer } from '../page/page-server.js';
import { GuessLimit } from '../secret/guess-limit.js';
import { WEB_DEPS, type WebDeps } from '../web.deps.js';
import { type Question, readQuestion } from './search.form.js';
import { SearchViews } from './search-views.js';

/** Searches of one client within a minute; a person needs a few. */
const searches = { most: 60, windowMs: 60_000 };

/** `/{lang}/search?q=…`: the questions of the world have no end, so no answer to one is kept. */
@Controller()
export class SearchController {
  private readonly limit: GuessLimit;

  constructor(
    @Inject(WEB_DEPS) { clock }: WebDeps,
    private readonly pages: PageServer,
    private readonly search: SearchQuery,
    private readonly views: SearchViews,
  ) {
    this.limit = new GuessLimit(clock, searches.most, searches.windowMs);
  }

  @PageAt('search')
  async find(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Lang() lang: Language): Promise<void> {
    const site = this.pages.siteAt(request);
    const query = request.url.split('?')[1] ?? '';
    const question = onHost(readQuestion(query), site);
    const { q, filters } = question;
    const waitSeconds = q === '' ? 0 : this.limit.waitOf(request.ip);
    if (waitSeconds > 0) return this.pages.sendOnce(reply, 429, searchPage(site, lang, { q, filters, waitSeconds }));
    if (q !== '') this.limit.count(request.ip);
    const make = async () => ({ page: searchPage(site, lang, await this.answer(lang, question)) });
    return this.pages.send(request, reply, lang, `search ${site.host?.slug ?? ''} ${lang} ${query}`, make, false);
  }

  private async answer(lang: Language, { q, filters, page }: Question): Promise<SearchPageView> {
    const result = q === '' ? undefined : await this.search.find(lang, q, { filters, page });
    if (!result) return { q, filters };
    return { q, filters, result: { ...result, items: await this.views.toItems(result.items, lang) } };
  }
}

/** On a show's own host there is nothing but the show. */
function onHost(question: Question, { host }: Site): Question {
  return host ? { ...question, filters: { ...question.filters, show: host.slug } } : question;
}
