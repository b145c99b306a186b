import type { EpisodeView } from '#libs/catalog';
import { formatTimeCode } from '#libs/kernel';
import { episodeAddress } from '../episode/episode-address.js';
import { momentLink } from '../site/link.js';
import type { Reader, Site } from '../site/site.js';
import { Words } from '../site/words.js';

interface Props {
  site: Site;
  reader: Reader;
  /** A part that is out. */
  episode: EpisodeView;
  part: number | null;
}

/** The chapters of another part, each a link to its moment there: one list for the whole mini-series (`ux:L-14`). */
export function PartChapters({ site, reader, episode, part }: Props) {
  const { chapters, timeLinks, language } = episode;
  if (chapters.length === 0) return null;
  const page = site.addresses.path(episodeAddress(site.addresses, episode, reader.lang));
  return (
    <details className="part-chapters">
      <summary>{reader.t('episode.partChapters', { part: part ?? 0, count: chapters.length })}</summary>
      <ol>
        {chapters.map(({ startMs, title }) => (
          <li key={startMs}>
            <a href={page + momentLink(Math.floor(startMs / 1000), timeLinks)}>
              <span className="at">{formatTimeCode(startMs)}</span>{' '}
              <Words reader={reader} lang={language}>
                {title}
              </Words>
            </a>
          </li>
        ))}
      </ol>
    </details>
  );
}
