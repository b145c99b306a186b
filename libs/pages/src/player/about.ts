import type { TimeLinks } from '#libs/catalog';
import type { Key } from '#libs/messages';
import type { PlayerView } from './player.view.js';

/** Words that the script says; filled in on the server so that the script knows no language. */
const scriptWords = {
  play: 'public.play',
  pause: 'public.pause',
  position: 'player.positionText',
  positionChapter: 'player.positionChapter',
  resumeAt: 'public.resumeAt',
  startsAt: 'public.startsAt',
  errorOffline: 'player.errorOffline',
  errorMissing: 'player.errorMissing',
  errorDecode: 'player.errorDecode',
  retry: 'player.retry',
  reload: 'player.reload',
  downloadInstead: 'player.downloadInstead',
  speedIs: 'player.speedIs',
  chapterIs: 'player.chapterIs',
  muted: 'player.muted',
  unmuted: 'player.unmuted',
  captionsOn: 'player.captionsOn',
  captionsOff: 'player.captionsOff',
  highlightNow: 'player.highlightNow',
  highlightsDone: 'player.highlightsDone',
} as const satisfies Record<string, Key>;

/** Places that the script fills in itself. */
export const marks = {
  position: '{position}',
  duration: '{duration}',
  number: '{number}',
  count: '{count}',
  title: '{title}',
  speed: '{speed}',
  end: '{end}',
  name: '{name}',
  quote: '{quote}',
  address: '{address}',
};

/** What the script must know, as a data block: `<` is escaped, so no title can end it. */
export function aboutBlock(view: PlayerView): string {
  const { t } = view.reader;
  const row = view.highlights.map(({ startMs, endMs, title }) => [startMs / 1000, endMs / 1000, title]);
  return toDataBlock({
    id: view.episodeId,
    title: view.title,
    artist: view.artist,
    artwork: view.artwork,
    source: view.source,
    seconds: Math.round(view.durationMs / 1000),
    chapters: view.chapters.map(({ startMs, title }) => [startMs / 1000, title]),
    ...(row.length > 0 && { highlights: row }),
    ...toLinkData(view.timeLinks),
    words: Object.fromEntries(Object.entries(scriptWords).map(([name, key]) => [name, t(key, marks)])),
  });
}

/** JSON that cannot end the block it stands in. */
export function toDataBlock(data: unknown): string {
  return JSON.stringify(data).replace(/</g, '\\u003c');
}

/** Nothing, as long as no release ever had other times. Seconds, as everything that the script reads. */
function toLinkData(links: TimeLinks | null): Record<string, unknown> {
  if (!links || links.older.length === 0) return {};
  const older = links.older.map(({ revisions, spans }) => [
    revisions,
    spans.map(({ fromMs, toMs, lengthMs }) => [fromMs / 1000, toMs / 1000, lengthMs / 1000]),
  ]);
  return { links: { first: links.first, version: links.version, older } };
}
