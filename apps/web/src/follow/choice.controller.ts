import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChoiceQuery, type Choices, type Named, SelectionsService } from '#libs/catalog';
import { EstradeError, type Language, languages, TooMany } from '#libs/kernel';
import { choiceMadePage, choicePage, type ChoicePageView, type Page } from '#libs/pages';
import { Lang, PageAt } from '../page/lang.decorator.js';
import { PageServer } from '../page/page-server.js';
import { GuessLimit } from '../secret/guess-limit.js';
import { WEB_DEPS, type WebDeps } from '../web.deps.js';
import { readNames, toSelection } from './choice.form.js';

/** Nobody needs more feeds of their own in an hour. */
const feedsAnHour = 10;

/** `/{lang}/f`: a listener puts a feed together, without an account. What an address names (`?show=…`) is chosen already. */
@Controller()
export class ChoiceController {
  private readonly limit: GuessLimit;

  constructor(
    @Inject(WEB_DEPS) { clock }: WebDeps,
    private readonly pages: PageServer,
    private readonly choices: ChoiceQuery,
    private readonly selections: SelectionsService,
  ) {
    this.limit = new GuessLimit(clock, feedsAnHour, 3_600_000);
  }

  @PageAt('f')
  async form(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Lang() lang: Language): Promise<void> {
    const query = request.url.split('?')[1] ?? '';
    const names = readNames(query);
    // Whatever else is in the address changes nothing, and is not kept.
    if (!query || !names) return this.pages.send(request, reply, lang, `choice ${lang}`, () => this.page(lang));
    return this.pages.send(request, reply, lang, `choice ${lang} ${query}`, () => this.page(lang, names), false);
  }

  @Post(languages.map((lang) => `/${lang}/f`))
  async make(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Lang() lang: Language,
    @Body() body: unknown,
  ): Promise<void> {
    const names = typeof body === 'string' ? readNames(body) : undefined;
    if (!names) return this.pages.sendOnce(reply, 400, await this.asked(lang, { problem: 'none' }));
    const chosen = await this.choices.found(names);
    if (this.limit.waitOf(request.ip) > 0) return this.refuse(reply, lang, chosen, 'wait');
    try {
      const secret = await this.selections.create(toSelection(lang, chosen));
      this.limit.count(request.ip);
      const { site } = this.pages;
      return this.pages.sendOnce(reply, 201, choiceMadePage(site, lang, site.addresses.secretFeed(secret)));
    } catch (error) {
      if (error instanceof TooMany) return this.refuse(reply, lang, chosen, 'wait');
      if (!(error instanceof EstradeError)) throw error;
      return this.refuse(reply, lang, chosen, isEmpty(chosen) ? 'none' : 'many');
    }
  }

  private async refuse(
    reply: FastifyReply,
    lang: Language,
    chosen: Choices,
    problem: NonNullable<ChoicePageView['problem']>,
  ): Promise<void> {
    const page = await this.asked(lang, { chosen, problem });
    return this.pages.sendOnce(reply, problem === 'wait' ? 429 : 422, page);
  }

  private async page(lang: Language, names?: Named): Promise<{ page: Page }> {
    return { page: await this.asked(lang, names ? { chosen: await this.choices.found(names) } : {}) };
  }

  private async asked(
    lang: Language,
    { chosen = nothing, problem }: Partial<Pick<ChoicePageView, 'chosen' | 'problem'>>,
  ): Promise<Page> {
    return choicePage(this.pages.site, lang, { offered: await this.choices.offered(), chosen, problem });
  }
}

const nothing: Choices = { shows: [], persons: [], tags: [], episodes: [] };

function isEmpty({ shows, persons, tags, episodes }: Choices): boolean {
  return shows.length + persons.length + tags.length + episodes.length === 0;
}
