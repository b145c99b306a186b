import type { EpisodeView, RelatedReason, RelatedView } from '#libs/catalog';
import { formatDuration } from '#libs/messages';
import { languageName, type Reader, type Site } from '../site/site.js';
import { Words } from '../site/words.js';
import { episodeAddress, episodeText } from './episode-address.js';

interface Props {
  site: Site;
  reader: Reader;
  /** What they are related to. */
  episode: EpisodeView;
  related: readonly RelatedView[];
}

/** What may be heard next, and why: at most six, each with its reasons (`ux:L-15`). */
export function Related(props: Props) {
  const { reader, related } = props;
  if (related.length === 0) return null;
  return (
    <section className="block related" aria-labelledby="related">
      <h2 id="related">{reader.t('episode.related')}</h2>
      <ul>
        {related.map((item) => (
          <Item key={item.episode.id} {...props} item={item} />
        ))}
      </ul>
    </section>
  );
}

function Item({ site, reader, episode, item }: Props & { item: RelatedView }) {
  const { addresses } = site;
  const other = item.episode;
  const text = episodeText(other, reader.lang);
  if (!text) return null;
  const { names } = other;
  const duration = other.durationMs === null ? '' : formatDuration(reader.region, other.durationMs);
  return (
    <li>
      <p className="why">
        {item.reasons
          .slice(0, 2)
          .map((reason) => reasonText(reader, episode, reason))
          .join(' · ')}
      </p>
      <h3>
        <a href={addresses.path(episodeAddress(addresses, other, reader.lang))}>
          <Words reader={reader} lang={text.lang}>
            {text.title}
          </Words>
        </a>
      </h3>
      {names.length > 0 ? <p className="names">{names.slice(0, 3).join(', ')}</p> : null}
      <p className="under">{[languageName(reader, other.language), duration].filter(Boolean).join('\u00a0· ')}</p>
    </li>
  );
}

function reasonText(reader: Reader, { appearances, tags }: EpisodeView, reason: RelatedReason): string {
  switch (reason.kind) {
    case 'guest': {
      const name = appearances.find(({ person }) => person.id === reason.personId)?.person.name ?? '';
      return reader.t('episode.reasonGuest', { name });
    }
    case 'tag':
      return reader.t('episode.reasonTag', { tag: tags.find(({ slug }) => slug === reason.slug)?.name ?? reason.slug });
    case 'event':
      return reader.t('episode.reasonEvent');
    case 'series':
      return reader.t('episode.reasonSeries');
    default:
      return reader.t('episode.reasonShow');
  }
}
