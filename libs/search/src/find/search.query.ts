import { EpisodeQuery, Event, Show } from '#libs/catalog';
import { type Clock, type Language, pickText } from '#libs/kernel';
import { type DataSource, In } from 'typeorm';
import { type Hits, type HitsAsk, readHits } from './hits.query.js';
import { readMoments } from './moments.query.js';
import { type ConfigQuery, readQueries } from './read-queries.js';
import type { Choice, FilterName, SearchFilters, SearchResult } from './search.view.js';
import { toTerms } from './terms.plan.js';

/** Episodes on a page of results, and the last page that is answered. */
export const pageSize = 20;
export const pagesMax = 50;

/** Finding in what released episodes say: words, "phrases", -without, the beginning of the last word. */
export class SearchQuery {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @param page from 1. Undefined for a question without a word. */
  async find(
    lang: Language,
    typed: string,
    { filters = {}, page = 1 }: { filters?: SearchFilters; page?: number } = {},
  ): Promise<SearchResult | undefined> {
    const terms = toTerms(typed);
    if (!terms) return undefined;
    const queries = await readQueries(this.db, terms);
    if (queries.every(({ config }) => config === 'simple')) return nothing(page);
    const at = Math.min(Math.max(1, page), pagesMax);
    const ask = { queries, filters, at: this.clock.now(), skip: (at - 1) * pageSize, take: pageSize };
    const { hits, isLoose } = await this.strictOrLoose(ask, terms.isPlain);
    const items = await this.toFound(hits.ids, queries, isLoose);
    const pages = Math.min(pagesMax, Math.max(1, Math.ceil(hits.total / pageSize)));
    const choices = await this.named(hits.choices, lang);
    return { items, total: hits.total, page: at, pages, isLoose, isEmptyQuestion: false, choices };
  }

  /** Where no passage has all the words, episodes that have each of them: a guest's name and what was talked about. */
  private async strictOrLoose(ask: HitsAsk, isPlain: boolean): Promise<{ hits: Hits; isLoose: boolean }> {
    const hits = await readHits(this.db, ask);
    const hasSeveral = ask.queries.some(({ each }) => each.length > 1);
    const isFound = Object.values(hits.choices).some((choices) => choices.length > 0);
    if (isFound || !isPlain || !hasSeveral) return { hits, isLoose: false };
    const loose = await readHits(this.db, { ...ask, isLoose: true });
    return { hits: loose, isLoose: loose.total > 0 };
  }

  private async toFound(ids: readonly string[], queries: readonly ConfigQuery[], isLoose: boolean) {
    const episodes = await new EpisodeQuery(this.db, this.clock).byIds(ids);
    const found = await readMoments(this.db, episodes, queries, isLoose);
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  /** Shows and events by their names in the reader's language. */
  private async named(choices: Hits['choices'], lang: Language): Promise<Record<FilterName, Choice[]>> {
    const slugs = (name: FilterName) => In(choices[name].map(({ value }) => value));
    const relations = { texts: true };
    const shows = await this.db.manager.find(Show, { where: { slug: slugs('show') }, relations });
    const events = await this.db.manager.find(Event, { where: { slug: slugs('event') }, relations });
    const showNames = new Map(shows.map((s) => [s.slug, pickText(s.texts, lang, s.language)?.title]));
    const eventNames = new Map(events.map((e) => [e.slug, pickText(e.texts, lang, 'fr')?.name]));
    return {
      ...choices,
      show: byName(choices.show, showNames),
      event: byName(choices.event, eventNames),
      year: choices.year.toSorted((a, b) => Number(b.value) - Number(a.value)),
      language: choices.language.toSorted((a, b) => b.count - a.count),
    };
  }
}

function byName(choices: readonly Choice[], names: ReadonlyMap<string, string | undefined>): Choice[] {
  return choices
    .map((choice) => ({ ...choice, name: names.get(choice.value) ?? choice.name }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

function nothing(page: number): SearchResult {
  const choices = { show: [], guest: [], event: [], language: [], year: [] };
  return { items: [], total: 0, page, pages: 1, isLoose: false, isEmptyQuestion: true, choices };
}
