import type { GuestView } from '#libs/catalog';
import { pickText, toLanguage } from '#libs/kernel';
import { formatDate, formatMonth } from '#libs/messages';
import { episodeAddress, episodeText } from '../episode/episode-address.js';
import { kindLine } from '../episode/episode-kind.js';
import { nameFor } from '../episode/episode-row.js';
import type { Reader, Site } from '../site/site.js';
import { Words } from '../site/words.js';

type GuestAppearance = GuestView['appearances'][number];

/** One appearance: when, what, and what the person was called then. */
export function Then({
  site,
  reader,
  guest,
  appearance,
}: {
  site: Site;
  reader: Reader;
  guest: GuestView;
  appearance: GuestAppearance;
}) {
  const { episode, show } = appearance;
  const { addresses } = site;
  const text = episodeText(episode, reader.lang);
  const showText = nameFor(show.texts, reader, show.language);
  const own = episode.appearances.find((a) => a.person.id === guest.id);
  const ownText = own ? pickText(own.texts, reader.lang, toLanguage(show.language)) : undefined;
  const title = [ownText?.title, own?.organisation].filter(Boolean).join(', ');
  if (!text) return null;
  return (
    <li>
      <p className="month">
        {episode.recordedOn
          ? formatMonth(reader.region, episode.recordedOn)
          : episode.publishedAt
            ? formatMonth(reader.region, episode.publishedAt.toISOString().slice(0, 10))
            : null}
      </p>
      <div>
        {title ? (
          <Words as="p" reader={reader} lang={ownText?.lang ?? reader.lang} className="title-then">
            {title}
          </Words>
        ) : null}
        {own?.correctedOn ? (
          <p className="soft corrected">
            {reader.t('guest.page.corrected', { date: formatDate(reader.region, own.correctedOn, show.timeZone) })}
          </p>
        ) : null}
        <h3>
          <a href={addresses.path(episodeAddress(addresses, episode, reader.lang))}>
            <Words reader={reader} lang={text.lang}>
              {text.title}
            </Words>
          </a>
        </h3>
        <p className="under">
          {showText ? (
            <a href={addresses.path(addresses.show(reader.lang, show.slug))}>
              <Words reader={reader} lang={showText.lang}>
                {showText.title}
              </Words>
            </a>
          ) : null}
          <span>{kindLine(reader, episode)}</span>
          {episode.publishedAt ? (
            <span>{formatDate(reader.region, episode.publishedAt, episode.event?.timeZone ?? show.timeZone)}</span>
          ) : null}
        </p>
        {ownText?.disclaimer ? (
          <Words as="p" reader={reader} lang={ownText.lang} className="disclaimer">
            {ownText.disclaimer}
          </Words>
        ) : null}
      </div>
    </li>
  );
}
