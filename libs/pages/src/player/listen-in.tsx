import { type AppLink, type EpisodeView, type ListenWay, listenWays } from '#libs/catalog';
import { formatTimeCode } from '#libs/kernel';
import { FeedAddress } from '../episode/follow.js';
import type { Reader, Site } from '../site/site.js';

/** Where an app runs that does not run everywhere. */
const devices: Record<string, string> = {
  overcast: 'ios',
  castro: 'ios',
  antennapod: 'android',
  podcastaddict: 'android',
};

export interface ListenInProps {
  site: Site;
  reader: Reader;
  /** Absolute address of the feed, and whose it is. */
  feed: string;
  title: string;
  /** `ShowView.page.apps`. */
  links: readonly AppLink[];
  /** For the code that leads a phone to this page; nothing without. */
  episode?: EpisodeView;
  /** Seconds. */
  startAt?: number;
}

/**
 * One menu of every app (`ux:L-11`): filtered by device and with the last choice first once the script runs; nothing is
 * ever opened by itself. Under it the feed's address to copy, and a code that goes on with the phone.
 */
export function ListenIn(props: ListenInProps) {
  const { site, reader, feed, links, title, episode } = props;
  const { t } = reader;
  return (
    <details className="listen-in" data-listen="">
      <summary className="button">{t('player.listenIn')}</summary>
      <div className="listen-sheet">
        <p className="soft">{t('player.listenLead')}</p>
        <ul className="listen-apps">
          {listenWays(feed, links).map((way) => (
            <AppRow key={way.app} reader={reader} way={way} />
          ))}
        </ul>
        <p className="listen-fallback" role="status" data-listen-fallback="" data-words={t('player.listenFallback')} />
        <FeedAddress reader={reader} feed={feed} title={title} />
        {episode && !site.isStatic ? <OnPhone {...props} episode={episode} /> : null}
      </div>
    </details>
  );
}

function AppRow({ reader, way }: { reader: Reader; way: ListenWay }) {
  return (
    <li data-app={way.app} data-on={devices[way.app]}>
      <a
        href={way.href}
        rel="noopener"
        aria-label={reader.t('public.openIn', { app: way.name })}
        data-scheme={way.isScheme ? '' : undefined}
      >
        {way.name}
      </a>
      <span className="tag" data-last="" hidden>
        {reader.t('player.listenLast')}
      </span>
    </li>
  );
}

/** The code is drawn by the server, dark on light in every theme, and fetched when it is unfolded. */
function OnPhone({ site, reader, episode, startAt = 0 }: ListenInProps & { episode: EpisodeView }) {
  const { addresses } = site;
  const { version } = episode.timeLinks ?? {};
  // Its moments, also those that the script adds, are in the time of this release.
  const src = `${addresses.path(addresses.embedCode(episode.id))}?lang=${reader.lang}${version ? `&r=${version}` : ''}`;
  const at = formatTimeCode(startAt * 1000);
  return (
    <details className="on-phone" data-phone={src}>
      <summary>{reader.t('player.onPhone')}</summary>
      <img
        src={startAt > 0 ? `${src}&t=${startAt}` : src}
        alt={reader.t('player.onPhone')}
        width={180}
        height={180}
        loading="lazy"
      />
      <p className="soft">
        <span data-phone-words={reader.t('player.onPhoneAt', { position: '{position}' })}>
          {reader.t('player.onPhoneAt', { position: at })}
        </span>
      </p>
    </details>
  );
}
