/// <reference lib="dom" />
import type { Deck } from './deck.js';

/** What the system shows of it. */
export interface Playable {
  title: string;
  artist: string;
  artwork?: string;
}

/** The system's own controls: lock screen, headset, keyboard (`ux:V-08`); the chapter is the artist's line. */
export function announceToSystem(deck: Deck, about: Playable): void {
  const session = navigator.mediaSession;
  if (!session) return;
  const artwork = about.artwork ? [{ src: about.artwork, sizes: '640x640', type: 'image/jpeg' }] : [];
  const chapter = deck.chapters[deck.chapterIndex]?.[1];
  session.metadata = new MediaMetadata({
    title: about.title,
    artist: chapter ?? about.artist,
    album: chapter === undefined ? '' : about.artist,
    artwork,
  });
  const handlers: [MediaSessionAction, MediaSessionActionHandler][] = [
    ['play', () => deck.start()],
    ['pause', () => deck.media.pause()],
    ['seekbackward', (details) => deck.skip(-(details.seekOffset ?? 10))],
    ['seekforward', (details) => deck.skip(details.seekOffset ?? 10)],
    ['seekto', (details) => deck.seekTo(details.seekTime ?? 0)],
  ];
  if (deck.chapters.length > 0) {
    handlers.push(['previoustrack', () => deck.chapter(-1)], ['nexttrack', () => deck.chapter(1)]);
  }
  for (const [action, handler] of handlers) {
    try {
      session.setActionHandler(action, handler);
    } catch {
      // An action that this browser does not know.
    }
  }
}
