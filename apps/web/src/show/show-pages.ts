import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EpisodeQuery, EventQuery, ShowPartsQuery, type ShowPartView, ShowQuery, type ShowView } from '#libs/catalog';
import type { Language } from '#libs/kernel';
import { showPage, type ShowPart } from '#libs/pages';
import { CardQuery } from '#libs/sharing';
import { PageCache } from '../page/page-cache.js';
import { type Outcome, PageServer } from '../page/page-server.js';
import { type AskedList, keyOfList, readList } from './asked-list.js';

/** The pages of a show: below its segment on the instance's host, at the language on its own. */
@Injectable()
export class ShowPages {
  constructor(
    private readonly pages: PageServer,
    private readonly shows: ShowQuery,
    private readonly episodes: EpisodeQuery,
    private readonly events: EventQuery,
    private readonly parts: ShowPartsQuery,
    private readonly cards: CardQuery,
    private readonly cache: PageCache,
  ) {}

  async send(request: FastifyRequest, reply: FastifyReply, lang: Language, slug: string): Promise<void> {
    const asked = readList(request.query);
    if (!asked) return this.pages.sendProblem(request, reply, 'notFound', lang);
    const key = `show ${lang} ${slug} ${keyOfList(asked)}`;
    return this.pages.send(request, reply, lang, key, () => this.find(lang, slug, asked));
  }

  private async find(lang: Language, slug: string, { page: number, part }: AskedList): Promise<Outcome> {
    const shared = this.cache.parts;
    const found = await shared.get(`show at ${slug}`, () => this.shows.bySlug(slug));
    if (found.kind !== 'found') return { problem: found.kind === 'gone' ? 'gone' : 'notFound' };
    const show = found.view;
    const [{ items, page, pages }, events, views, startWith, card] = await Promise.all([
      this.episodes.ofShow(show.id, number, undefined, part),
      this.events.ofShow(show.id),
      shared.get(`parts of ${show.id}`, () => this.parts.of(show)),
      number === 1 && !part ? this.startWith(show) : [],
      this.cards.of('show', show.id, lang),
    ]);
    const parts = views.map(toPart);
    const asked = part && parts.find(({ query }) => query === `${part.kind}=${part.key}`);
    if (number > pages || (part && !asked)) return { problem: 'notFound' };
    const view = { show, episodes: items, page, pages, events, parts, part: asked, startWith, card };
    return { page: showPage(this.pages.siteOf(slug), lang, view) };
  }

  /** Those that are out and on lists: a choice may be older than what became of it. */
  private async startWith({ id, page }: ShowView) {
    const found = await this.episodes.byIds(page.startWith);
    const ofShow = new Map(found.filter(({ showId }) => showId === id).map((episode) => [episode.id, episode]));
    return page.startWith.flatMap((episodeId) => ofShow.get(episodeId) ?? []);
  }
}

function toPart({ kind, key, texts, count }: ShowPartView): ShowPart {
  return { query: `${kind}=${key}`, ...(kind === 'season' && { season: Number(key) }), texts, count };
}
