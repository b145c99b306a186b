import type { EpisodeView } from '#libs/catalog';
import type { Reader, Site } from '../site/site.js';
import { Words } from '../site/words.js';
import { episodeAddress, episodeText } from './episode-address.js';

/** The talks before and after this one, in its room where it has one. */
export interface NeighbourTalks {
  before?: EpisodeView;
  after?: EpisodeView;
}

/** Of an event's talks, those next to one by the programme: in its room, else at all. */
export function neighboursOf(talk: EpisodeView, talks: readonly EpisodeView[]): NeighbourTalks {
  const at = talk.programmeAt?.getTime();
  if (at === undefined) return {};
  const timed = talks.filter((each) => each.id !== talk.id && each.programmeAt && each.room === talk.room);
  const sorted = timed.sort((a, b) => a.programmeAt!.getTime() - b.programmeAt!.getTime() || (a.id < b.id ? -1 : 1));
  return {
    before: sorted.findLast((each) => each.programmeAt!.getTime() < at),
    after: sorted.find((each) => each.programmeAt!.getTime() > at),
  };
}

/** Links to the neighbours in the programme (`ux` 3.2). */
export function Neighbours(props: { site: Site; reader: Reader; neighbours: NeighbourTalks; room: string }) {
  const { reader, neighbours, room } = props;
  const { before, after } = neighbours;
  if (!before && !after) return null;
  const { t } = reader;
  return (
    <nav className="neighbours" aria-label={t('episode.neighbours')}>
      {before ? (
        <Neighbour {...props} talk={before} word={room ? t('episode.beforeIn', { room }) : t('episode.before')} />
      ) : null}
      {after ? (
        <Neighbour {...props} talk={after} word={room ? t('episode.afterIn', { room }) : t('episode.after')} />
      ) : null}
    </nav>
  );
}

function Neighbour({ site, reader, talk, word }: { site: Site; reader: Reader; talk: EpisodeView; word: string }) {
  const text = episodeText(talk, reader.lang);
  if (!text) return null;
  return (
    <p>
      <span className="over">{word}</span>
      <a href={site.addresses.path(episodeAddress(site.addresses, talk, reader.lang))}>
        <Words reader={reader} lang={text.lang}>
          {text.title}
        </Words>
      </a>
    </p>
  );
}
