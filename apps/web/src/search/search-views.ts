import { Show } from '#libs/catalog';
import { type Language, pickText } from '#libs/kernel';
import { episodeText, type SearchItem } from '#libs/pages';
import { type Found, toPieces } from '#libs/search';
import { type DataSource, In } from 'typeorm';

/** What was found, as the page shows it: with the shows' names and the marks in the titles. */
export class SearchViews {
  constructor(private readonly db: DataSource) {}

  async toItems(found: readonly Found[], lang: Language): Promise<SearchItem[]> {
    const ids = [...new Set(found.map(({ episode }) => episode.showId))];
    const shows = await this.db.manager.find(Show, { where: { id: In(ids) }, relations: { texts: true } });
    return found.map(({ episode, hits, moments, count }) => {
      const show = shows.find(({ id }) => id === episode.showId);
      const name = show && pickText(show.texts, lang, show.language);
      const text = episodeText(episode, lang);
      return {
        ...{ episode, moments, count },
        title: { lang: text?.lang ?? lang, pieces: toPieces(text?.title ?? '', hits) },
        ...(name && { from: { label: name.title, lang: name.lang } }),
        zone: show?.timeZone ?? 'UTC',
      };
    });
  }
}
