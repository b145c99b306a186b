import { isKey } from '#libs/messages';
import type { Feed } from '../../api/feed.calls';
import { useWords } from '../../words/words';

/** What a feed is called among those of a show: by its kind, and by its path where the kind is not enough. */
export function useFeedName(): (feed: Feed) => string {
  const { t } = useWords();
  return ({ kind, key, url }) => {
    const word = `feed.kind.${kind}`;
    const name = isKey(word) ? t(word, { key }) : kind;
    const path = url ? decodeURI(new URL(url).pathname) : '';
    return (kind === 'event' || kind === 'series' || kind === 'track') && path ? `${name} · ${path}` : name;
  };
}
