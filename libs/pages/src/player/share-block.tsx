import type { EpisodeView } from '#libs/catalog';
import { formatTimeCode } from '#libs/kernel';
import type { Key } from '#libs/messages';
import { embedCode } from '../embed/embed-code.js';
import { episodeAddress } from '../episode/episode-address.js';
import { momentLink } from '../site/link.js';
import type { Reader, Site } from '../site/site.js';
import { marks, toDataBlock } from './about.js';

export interface ShareProps {
  site: Site;
  reader: Reader;
  episode: EpisodeView;
  /** As this page calls it. */
  title: string;
}

const scriptWords = {
  at: 'player.shareAt',
  heard: 'player.shareHeard',
  passage: 'player.sharePassage',
  nothing: 'player.nothingHeard',
  quote: 'player.quoteText',
  by: 'player.quoteBy',
  of: 'player.quoteOf',
  badHost: 'player.mastodonBad',
} as const satisfies Record<string, Key>;

/**
 * Sharing by links alone (`ux` 5.5): address, LinkedIn, mail and the code of the embedded player work without any
 * script; moments, passages, the device's own sheet and Mastodon come with it. Nothing is loaded from anywhere.
 */
export function ShareBlock({ site, reader, episode, title }: ShareProps) {
  if (site.isStatic) return null;
  const { t } = reader;
  const url = episodeAddress(site.addresses, episode, reader.lang);
  const { timeLinks, startHereMs } = episode;
  return (
    <section className="block share" aria-labelledby="share" data-share="">
      <div data-share-body="">
        <h2 id="share">{t('player.share')}</h2>
        <What reader={reader} startHereMs={startHereMs} timeLinks={timeLinks} />
        <blockquote className="share-quote" data-share-quote="" hidden />
        <div className="share-link">
          <label>
            {t('player.shareLink')} <input type="url" readOnly value={url} data-share-url="" />
          </label>
          <button
            type="button"
            className="button"
            data-copy={url}
            data-copied={t('public.copied')}
            data-share-copy=""
            hidden
          >
            {t('public.copy')}
          </button>
        </div>
        <Networks reader={reader} url={url} title={title} />
        {episode.enclosure ? <EmbedCode site={site} reader={reader} episode={episode} title={title} /> : null}
      </div>
      <script
        type="application/json"
        data-share-about=""
        dangerouslySetInnerHTML={{
          __html: toDataBlock({
            url,
            title,
            version: timeLinks?.version ?? undefined,
            words: Object.fromEntries(Object.entries(scriptWords).map(([name, key]) => [name, t(key, marks)])),
          }),
        }}
      />
    </section>
  );
}

/** All of it, from here, what was just heard, a passage: chosen once the script can. */
function What(props: { reader: Reader; startHereMs: number | null; timeLinks: EpisodeView['timeLinks'] }) {
  const { reader, startHereMs } = props;
  const choice = (value: string, label: string, extra?: string) => (
    <label className="check" hidden={label === '' || undefined}>
      <input type="radio" name="share-what" value={value} defaultChecked={value === 'all'} data-url={extra} />{' '}
      <span>{label}</span>
    </label>
  );
  return (
    <fieldset className="share-what" data-share-what="" hidden>
      <legend className="sr">{reader.t('player.shareWhat')}</legend>
      {choice('all', reader.t('player.shareAll'))}
      {choice('at', '')}
      {choice('heard', '')}
      {choice('passage', '')}
      {startHereMs === null
        ? null
        : choice(
            'start',
            reader.t('player.shareStart', { position: formatTimeCode(startHereMs) }),
            momentLink(Math.floor(startHereMs / 1000), props.timeLinks),
          )}
    </fieldset>
  );
}

function Networks({ reader, url, title }: { reader: Reader; url: string; title: string }) {
  const { t } = reader;
  const to = encodeURIComponent(url);
  return (
    <div className="share-to">
      <button type="button" className="button primary" data-share-native="" hidden>
        {t('player.shareWith')}
      </button>
      <a
        className="button"
        href={`https://www.linkedin.com/sharing/share-offsite/?url=${to}`}
        rel="noopener"
        aria-label={t('player.shareOn', { network: 'LinkedIn' })}
        data-share-linkedin=""
      >
        LinkedIn
      </a>
      <a
        className="button"
        href={`mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${title}\n${url}`)}`}
        data-share-mail=""
      >
        {t('player.shareMail')}
      </a>
      <details className="mastodon" data-mastodon="" hidden>
        <summary className="button">Mastodon</summary>
        <form>
          <label htmlFor="mastodon-host">{t('player.mastodonHost')}</label>
          <input
            id="mastodon-host"
            inputMode="url"
            autoCapitalize="none"
            autoComplete="off"
            placeholder="mastodon.social"
            maxLength={253}
            aria-describedby="mastodon-hint"
          />
          <button className="button">{t('player.mastodonGo')}</button>
          <p className="soft" id="mastodon-hint" role="status">
            {t('player.mastodonHint')}
          </p>
        </form>
      </details>
    </div>
  );
}

/** One bare iframe, as oEmbed gives it (`ux:K-31`, `ux:K-34`). */
function EmbedCode({ site, reader, episode, title }: ShareProps) {
  const { t } = reader;
  const code = embedCode(site, reader, episode, title, { isFluid: true }).html;
  return (
    <details className="share-embed">
      <summary>{t('player.embed')}</summary>
      <p className="soft">{t('player.embedHint')}</p>
      <label>
        {t('player.embedCode')} <textarea readOnly rows={3} defaultValue={code} spellCheck={false} />
      </label>
      <button type="button" className="button" data-copy={code} data-copied={t('public.copied')} hidden>
        {t('public.copy')}
      </button>
    </details>
  );
}
