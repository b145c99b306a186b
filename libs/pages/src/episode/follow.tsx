import type { Addresses } from '#libs/catalog';
import type { Reader } from '../site/site.js';

/** Apps that open a feed by an address of their own (`ux` 5.3); never opened by themselves. */
const apps: { name: string; href: (feed: string) => string }[] = [
  { name: 'Apple Podcasts', href: (feed) => `podcast://${bare(feed)}` },
  { name: 'Pocket Casts', href: (feed) => `pktc://subscribe/${bare(feed)}` },
  { name: 'Overcast', href: (feed) => `overcast://x-callback-url/add?url=${encodeURIComponent(feed)}` },
];

/** Three ways to follow that need no account: an app, the address to copy, the feed itself. */
export function Follow(props: { reader: Reader; addresses: Addresses; feed: string; title: string; lead: string }) {
  const { reader, feed } = props;
  return (
    <section className="follow" aria-labelledby="follow">
      <h2 id="follow">{reader.t('public.follow')}</h2>
      <p>{props.lead}</p>
      <ul className="apps">
        {apps.map((app) => (
          <li key={app.name}>
            <a className="button" href={app.href(feed)} aria-label={reader.t('public.openIn', { app: app.name })}>
              {app.name}
            </a>
          </li>
        ))}
      </ul>
      <FeedAddress reader={reader} feed={feed} title={props.title} />
    </section>
  );
}

/** The feed's address in a field, so that it can be copied without a script; the button comes with the script. */
export function FeedAddress(props: { reader: Reader; feed: string; title: string; isLabelled?: boolean }) {
  const { reader, feed, title, isLabelled = true } = props;
  return (
    <div className="feed-address">
      <label>
        <span className={isLabelled ? undefined : 'sr'}>{reader.t('public.feedAddress')}</span>
        <input type="url" readOnly value={feed} aria-label={reader.t('public.feedOf', { title })} />
      </label>
      <button type="button" className="button" data-copy={feed} data-copied={reader.t('public.copied')} hidden>
        {reader.t('public.copy')}
      </button>
    </div>
  );
}

function bare(feed: string): string {
  return feed.replace(/^https?:\/\//, '');
}
