import type { EpisodeView, EventView, NowView, ShowView } from '#libs/catalog';
import type { Language } from '#libs/kernel';
import { formatDuration } from '#libs/messages';
import { oembedLinks } from '../embed/oembed-links.js';
import { ReminderForm } from '../followers/reminder-form.js';
import { Breadcrumb } from '../layout/breadcrumb.js';
import { toPage } from '../layout/document.js';
import type { HeadView } from '../layout/head.js';
import { Appearances } from '../person/appearances.js';
import { Cover } from '../site/image.js';
import type { ShareImage } from '../site/share-image.js';
import { languageName, type Page, type Reader, readerOf, type Site } from '../site/site.js';
import { Words } from '../site/words.js';
import { episodeAddress, episodeAlternates, episodeCanonical, episodeText } from './episode-address.js';
import { episodeCrumbs } from './episode-head.js';
import { kindOf } from './episode-kind.js';
import { recordedOn } from './episode-opening.js';
import { nameFor } from './episode-row.js';
import { otherZoneOf, releaseInTwoZones } from './local-release.js';
import { ReleaseTime } from './release-time.js';

/** What may be known before the release (`ux:K-15`): never sound, notes or what is said. */
export interface TeaserPageView {
  /** The working copy, or what subscribers hear; only its title, people, language and cover are shown. */
  episode: EpisodeView;
  show: ShowView;
  event?: EventView;
  /** When everybody hears it; null: there is no date yet. */
  releaseAt: Date | null;
  /** What people do today, by their id. */
  now?: ReadonlyMap<string, NowView>;
  /** An approved clip that may be heard already: the path of a file of its own. */
  clip?: { source: string; title: string; lang: string; durationMs: number };
  card?: ShareImage;
  /** It is out already, for subscribers. */
  isForSubscribers?: boolean;
}

/** The page before the page, at the same address: who, when, and a reminder (`ux` 3.7). */
export function teaserPage(site: Site, lang: Language, view: TeaserPageView): Page {
  const { episode, show } = view;
  const reader = readerOf(site, lang, show.language);
  return toPage({
    site,
    reader,
    head: teaserHead(site, reader, view),
    accent: show.accent,
    otherHref: episodeAddress(site.addresses, episode, lang === 'fr' ? 'en' : 'fr'),
    children: <Body site={site} reader={reader} view={view} />,
  });
}

function Body({ site, reader, view }: { site: Site; reader: Reader; view: TeaserPageView }) {
  const { episode, show, isForSubscribers = false } = view;
  const { addresses } = site;
  const { t } = reader;
  const text = episodeText(episode, reader.lang)!;
  const kind = t('public.kindIn', { kind: kindOf(episode), language: languageName(reader, episode.language) });
  const showName = nameFor(show.texts, reader, show.language)?.title ?? '';
  return (
    <article className="episode teaser">
      <header className="opening">
        <Breadcrumb addresses={addresses} reader={reader} crumbs={episodeCrumbs(site, reader, view)} />
        <p className="over">{t(isForSubscribers ? 'episode.subscribers' : 'episode.teaser')}</p>
        <Words as="h1" reader={reader} lang={text.lang} className={text.title.length > 75 ? 'longer' : 'long'}>
          {text.title}
        </Words>
        <Appearances
          addresses={addresses}
          reader={reader}
          appearances={episode.appearances}
          home={show.language}
          recordedOn={recordedOn(view)}
          now={view.now}
          isPlain
        />
        <p className="what">{kind}</p>
      </header>
      <div className="columns">
        <div className="main">
          {isForSubscribers ? <Subscribers reader={reader} view={view} /> : <ToCome {...{ site, reader, view }} />}
        </div>
        <aside className="side">
          <Cover addresses={addresses} title={showName} imageKey={episode.coverKey ?? show.coverKey} size={280} />
        </aside>
      </div>
    </article>
  );
}

function ToCome({ site, reader, view }: { site: Site; reader: Reader; view: TeaserPageView }) {
  const { episode, show, event, releaseAt } = view;
  return (
    <>
      <p className="teaser-when">{when(reader, releaseAt, event?.timeZone ?? show.timeZone)}</p>
      <p className="soft">{reader.t('episode.teaserText')}</p>
      <Clip reader={reader} clip={view.clip} />
      <ReminderForm
        site={site}
        reader={reader}
        target={{ kind: 'episode', id: episode.id }}
        calendarOf={releaseAt ? episode.id : undefined}
        level={2}
      />
    </>
  );
}

/** Who was led here before the release reads why nothing plays, and from when it does. */
function Subscribers({ reader, view: { show, event, releaseAt } }: { reader: Reader; view: TeaserPageView }) {
  return (
    <>
      <p>{reader.t('episode.subscribersText')}</p>
      <p className="soft">{reader.t('episode.subscribersUntil')}</p>
      <p className="teaser-when">{when(reader, releaseAt, event?.timeZone ?? show.timeZone)}</p>
    </>
  );
}

function when(reader: Reader, releaseAt: Date | null, zone: string) {
  if (!releaseAt) return reader.t('episode.teaserSoon');
  return (
    <ReleaseTime reader={reader} at={releaseAt} zones={[zone, otherZoneOf(zone)]}>
      {releaseInTwoZones(reader, releaseAt, zone)}
    </ReleaseTime>
  );
}

/** A plain element of the browser: the player comes with the episode. */
function Clip({ reader, clip }: { reader: Reader; clip: TeaserPageView['clip'] }) {
  if (!clip) return null;
  const duration = formatDuration(reader.region, clip.durationMs);
  return (
    <figure className="teaser-clip">
      <figcaption>
        <Words as="b" reader={reader} lang={clip.lang}>
          {clip.title}
        </Words>{' '}
        <span className="soft">{reader.t('episode.teaserClip', { duration })}</span>
      </figcaption>
      <audio controls preload="none" src={clip.source} />
    </figure>
  );
}

/** Not for search engines: what it says is gone with the release. Previews of shared links read it all the same. */
function teaserHead(site: Site, reader: Reader, view: TeaserPageView): HeadView {
  const { episode, show, event, card, isForSubscribers } = view;
  const { addresses } = site;
  const { title } = episodeText(episode, reader.lang)!;
  const parent = event
    ? nameFor(event.texts, reader, show.language)?.name
    : nameFor(show.texts, reader, show.language)?.title;
  const names = episode.appearances.filter(({ role }) => role !== 'host').map(({ person }) => person.name);
  const imageKey = episode.coverKey ?? show.coverKey;
  const cover = imageKey
    ? { url: addresses.image(imageKey, 1400), width: 1400, height: 1400, alt: parent ?? title }
    : undefined;
  return {
    title: parent ? `${title} — ${parent}` : title,
    description: isForSubscribers ? reader.t('episode.subscribersText') : describe(reader, title, names),
    canonical: episodeCanonical(addresses, episode, reader.lang),
    alternates: episodeAlternates(addresses, episode),
    image: card ?? cover,
    ...(!isForSubscribers && { oembed: oembedLinks(site, reader, episode, { title }) }),
    creators: episode.appearances.flatMap(({ person }) => person.fediverse ?? []),
    robots: 'noindex',
  };
}

function describe(reader: Reader, title: string, names: readonly string[]): string {
  if (names.length === 0) return reader.t('episode.teaserPlain', { title });
  return reader.t('episode.teaserDescription', { title, names: names.join(', ') });
}
