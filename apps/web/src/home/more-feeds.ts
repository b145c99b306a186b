import { pickText, type Language, toLanguage } from '#libs/kernel';
import type { PublicFeed } from '#libs/feeds';
import { t, type Region } from '#libs/messages';
import type { FeedLink } from '#libs/pages';

/** The feeds of seasons, people, tags and the like, as the first page calls them. */
export function toFeedLinks(
  feeds: readonly PublicFeed[],
  { lang, region, origin }: { lang: Language; region: Region; origin: string },
): FeedLink[] {
  return feeds.map(({ kind, path, key, name, show, track }) => {
    const showTitle = (show && pickText(show.texts, lang, toLanguage(show.language))?.title) ?? '';
    const href = origin + path;
    switch (kind) {
      case 'season':
        return { group: 'season', href, title: t(region, 'kinds.page.season', { show: showTitle, number: key }) };
      case 'series':
        return { group: 'season', href, title: `${showTitle} – ${name}` };
      case 'language': {
        const language = new Intl.DisplayNames([region], { type: 'language' }).of(key) ?? key;
        return { group: 'language', href, title: t(region, 'kinds.page.inLanguage', { show: showTitle, language }) };
      }
      case 'video':
        return { group: 'video', href, title: t(region, 'kinds.page.video', { show: showTitle }) };
      case 'track':
        return { group: 'track', href, title: `${name} – ${track}` };
      case 'person':
        return { group: 'person', href, title: name };
      default:
        return { group: 'tag', href, title: `#${name || key}` };
    }
  });
}
