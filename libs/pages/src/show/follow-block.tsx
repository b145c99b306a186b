import { listenWays, type ShowView } from '#libs/catalog';
import { FeedAddress } from '../episode/follow.js';
import { FollowByMail } from '../followers/follow-by-mail.js';
import type { Reader, Site } from '../site/site.js';
import { showTitle } from './show-texts.js';

/** So many apps are named beside the list; the page about following has all. */
const most = 4;

/** An app, the address to copy, a mail: three ways that need no account. */
export function FollowBlock({ site, reader, show }: { site: Site; reader: Reader; show: ShowView }) {
  const { t } = reader;
  const { addresses } = site;
  const feed = addresses.showFeed(show.slug);
  return (
    <section className="follow" aria-labelledby="follow">
      <h2 id="follow">{t('public.follow')}</h2>
      <p>{t('public.followLead')}</p>
      <ul className="apps">
        {listenWays(feed, show.page.apps)
          .slice(0, most)
          .map(({ app, name, href }) => (
            <li key={app}>
              <a className="button" href={href} rel="noopener" aria-label={t('public.openIn', { app: name })}>
                {name}
              </a>
            </li>
          ))}
      </ul>
      <FeedAddress reader={reader} feed={feed} title={showTitle(show, reader)} />
      <FollowByMail site={site} reader={reader} showId={show.id} />
      {site.isStatic ? null : (
        <p>
          <a href={addresses.path(addresses.followPage(reader.lang, show.slug))}>{t('site.followPage')}</a>
        </p>
      )}
    </section>
  );
}
