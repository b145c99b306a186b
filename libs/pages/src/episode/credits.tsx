import type { EpisodeView, ReleaseView } from '#libs/catalog';
import { formatDate } from '#libs/messages';
import { webLink } from '../site/link.js';
import type { Reader } from '../site/site.js';

interface Props {
  reader: Reader;
  episode: EpisodeView;
  /** Every file that listeners got, oldest first. */
  releases: readonly ReleaseView[];
  copyright: string;
  zone: string;
}

/** Music and its licences, the licence of the whole, whether machines spoke, and what became of earlier versions. */
export function Credits({ reader, episode, releases, copyright, zone }: Props) {
  const { aiContent, licence } = episode.feed;
  const replaced = releases.flatMap(({ replacedAt }) => replacedAt ?? []);
  const lines = [
    ...episode.licences,
    ...(copyright ? [copyright] : []),
    ...(aiContent === null ? [] : [reader.t(aiContent ? 'episode.ai' : 'episode.noAi')]),
    ...(replaced.length > 0
      ? [reader.t('episode.replaced', { date: formatDate(reader.region, replaced.at(-1)!, zone) })]
      : []),
    ...(replaced.length > 1 ? [reader.t('episode.moreVersions', { count: replaced.length })] : []),
  ];
  if (lines.length === 0 && !licence) return null;
  return (
    <section className="block credits" aria-labelledby="credits">
      <h2 id="credits">{reader.t('episode.credits')}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {licence ? <Licence reader={reader} licence={licence} /> : null}
    </section>
  );
}

function Licence({ reader, licence }: { reader: Reader; licence: NonNullable<EpisodeView['feed']['licence']> }) {
  const line = reader.t('episode.licence', { licence: licence.id });
  const href = webLink(licence.url)?.href;
  return <p>{href ? <a href={href}>{line}</a> : line}</p>;
}
