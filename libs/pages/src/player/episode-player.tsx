import type { EpisodeView, ShowView } from '#libs/catalog';
import { pickText } from '#libs/kernel';
import { enclosureAddress, episodeText } from '../episode/episode-address.js';
import { nameFor } from '../episode/episode-row.js';
import { languageName, type Reader, type Site } from '../site/site.js';
import { inARow } from './highlights.plan.js';
import { Player } from './player.js';
import type { Film, PlayerView } from './player.view.js';

export interface EpisodePlayerProps {
  site: Site;
  reader: Reader;
  episode: EpisodeView;
  show: ShowView;
  /** As this page calls it. */
  title: string;
  /** Seconds; where the address asks to begin and to end. */
  startAt?: number;
  endAt?: number;
}

/** The player of an episode or talk; nothing where there is no file. */
export function EpisodePlayer(props: EpisodePlayerProps) {
  const view = playerView(props);
  return view ? <Player {...view} /> : null;
}

/** What a player of this episode plays; undefined without a file. */
export function playerView({ site, reader, episode, show, title, startAt, endAt }: EpisodePlayerProps) {
  const { addresses } = site;
  const { enclosure } = episode;
  const source = enclosureAddress(addresses, episode);
  if (!enclosure || !source) return undefined;
  const artwork = episode.coverKey ?? show.coverKey;
  const people = episode.appearances.map(({ person }) => person.name).join(', ');
  const view: PlayerView = {
    reader,
    episodeId: episode.id,
    title,
    titleLang: episodeText(episode, reader.lang)?.lang ?? episode.language,
    artist: people || (nameFor(show.texts, reader, show.language)?.title ?? ''),
    artwork: artwork ? addresses.path(addresses.image(artwork, 640)) : undefined,
    source: addresses.path(source),
    film: filmOf(site, reader, episode, artwork),
    durationMs: enclosure.durationMs,
    peaks: enclosure.peaks,
    chapters: episode.chapters,
    language: episode.language,
    startAt: startAt ?? 0,
    endAt,
    timeLinks: episode.timeLinks,
    startHereMs: episode.startHereMs,
    highlights: inARow(episode.clips).map(({ startMs, endMs, texts, language }) => ({
      startMs,
      endMs,
      title: pickText(texts, reader.lang, language)?.title ?? '',
    })),
  };
  return view;
}

function filmOf(site: Site, reader: Reader, episode: EpisodeView, artwork: string | null): Film | undefined {
  const { addresses } = site;
  const video = episode.enclosure?.alternates.find(({ kind }) => kind === 'video');
  if (!video) return undefined;
  const timed = episode.transcripts.filter(({ isTimed }) => isTimed);
  return {
    source: addresses.path(addresses.alternateOf(episode, video)),
    poster: artwork ? addresses.path(addresses.image(artwork, 640)) : undefined,
    captions: site.isStatic
      ? []
      : timed.map(({ lang }) => ({
          source: addresses.path(addresses.transcript(episode.id, lang, 'vtt')),
          lang,
          label: languageName(reader, lang),
        })),
  };
}
