import { ListenIn } from '../player/listen-in.js';
import type { Reader, Site } from '../site/site.js';
import type { EpisodePageView } from './episode.page.js';
import { nameFor } from './episode-row.js';

/** Three things to do next, of equal weight: hear it elsewhere, follow, share. */
export function Acts({ site, reader, view }: { site: Site; reader: Reader; view: EpisodePageView }) {
  const { episode, show, event, startAt } = view;
  const { addresses } = site;
  const { t } = reader;
  const name = event
    ? nameFor(event.texts, reader, show.language)?.name
    : nameFor(show.texts, reader, show.language)?.title;
  return (
    <div className="acts">
      <ListenIn
        site={site}
        reader={reader}
        feed={event ? addresses.eventFeed(event.slug) : addresses.showFeed(show.slug)}
        title={name ?? ''}
        links={event ? [] : show.page.apps}
        episode={episode}
        startAt={startAt}
      />
      <a className="button" href={addresses.path(followHref({ site, reader, view }))}>
        {t('public.follow')}
      </a>
      {site.isStatic ? null : (
        <a className="button" href="#share">
          {t('episode.shareJump')}
        </a>
      )}
    </div>
  );
}

function followHref({ site, reader, view: { show, event } }: Parameters<typeof Acts>[0]): string {
  const { addresses } = site;
  if (event) return `${addresses.event(reader.lang, event.slug)}#follow`;
  if (site.isStatic) return `${addresses.show(reader.lang, show.slug)}#follow`;
  return addresses.followPage(reader.lang, show.slug);
}
