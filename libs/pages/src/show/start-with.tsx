import type { EpisodeView } from '#libs/catalog';
import { episodeAddress, episodeText } from '../episode/episode-address.js';
import { kindLine } from '../episode/episode-kind.js';
import { Portrait } from '../site/image.js';
import type { Reader, Site } from '../site/site.js';
import { shortLine, Words } from '../site/words.js';

/** Up to three episodes for a first visit (`ux` 3.5), side by side where there is room. */
export function StartWith({
  site,
  reader,
  episodes,
}: {
  site: Site;
  reader: Reader;
  episodes: readonly EpisodeView[];
}) {
  if (episodes.length === 0) return null;
  return (
    <section className="block start-with" aria-labelledby="start-with">
      <h2 id="start-with">{reader.t('site.startWith')}</h2>
      <p className="soft">{reader.t('site.startLead')}</p>
      <ol>
        {episodes.map((episode) => (
          <StartCard key={episode.id} site={site} reader={reader} episode={episode} />
        ))}
      </ol>
    </section>
  );
}

function StartCard({ site, reader, episode }: { site: Site; reader: Reader; episode: EpisodeView }) {
  const { addresses } = site;
  const text = episodeText(episode, reader.lang);
  if (!text) return null;
  const guests = episode.appearances.filter(({ role }) => role !== 'host').map(({ person }) => person);
  const [first] = guests;
  return (
    <li>
      {first ? <Portrait addresses={addresses} name={first.name} photoKey={first.photoKey} size={56} /> : null}
      {guests.length > 0 ? <p className="names">{guests.map(({ name }) => name).join(', ')}</p> : null}
      <h3>
        <a href={addresses.path(episodeAddress(addresses, episode, reader.lang))}>
          <Words reader={reader} lang={text.lang}>
            {text.title}
          </Words>
        </a>
      </h3>
      {text.summary ? (
        <Words as="p" reader={reader} lang={text.lang} className="lead">
          {shortLine(text.summary, 120)}
        </Words>
      ) : null}
      <p className="under">{kindLine(reader, episode)}</p>
    </li>
  );
}
