import type { SeriesPart } from '#libs/catalog';
import { episodeAddress } from '../episode/episode-address.js';
import type { Reader, Site } from '../site/site.js';

/**
 * The way to the part after this one, as soon as it is out. With the script it is also where listening goes on at the
 * end, for who wants that (`ux:L-14`); nothing plays that was not asked for.
 */
export function NextPart({ site, reader, parts }: { site: Site; reader: Reader; parts: readonly SeriesPart[] }) {
  const next = parts[parts.findIndex(({ isThis }) => isThis) + 1];
  if (!next?.episode || next.state !== 'out' || next.isThis) return null;
  const { addresses } = site;
  return (
    <div className="next-part">
      <a
        className="button"
        href={addresses.path(episodeAddress(addresses, next.episode, reader.lang))}
        data-next-part=""
      >
        {reader.t('episode.nextPart', { part: next.part ?? 0 })}
      </a>
      <label className="check" data-go-on="" hidden>
        <input type="checkbox" /> {reader.t('episode.goOn')}
      </label>
    </div>
  );
}
