/// <reference lib="dom" />

/** What keys can do to a player. */
export interface Playing {
  toggle(): void;
  skip(seconds: number): void;
  seekTo(seconds: number): void;
  chapter(step: number): void;
  speed(step: number): void;
  volume(step: number): void;
  mute(): void;
  frame(step: number): void;
  duration: number;
}

/** What a page has around the player, by the key that asks for it; what is missing has no key. */
export type Extras = Partial<Record<'c' | 'f' | 's' | '?', () => void>>;

/** Keys of `ux` 3.9: only while the focus is inside the player, and only while they are switched on (`ux:V-01`). */
export function listenToKeys(player: HTMLElement, playing: Playing, extras: Extras, isOn: () => boolean): void {
  player.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('dialog')) return;
    const isSeek = target.matches('[data-seek]');
    const act = (isSeek && onSeek(event, playing)) || onPlayer(event, playing, extras, target);
    if (!act || (!isOn() && !(isSeek && event.key.length > 1))) return;
    event.preventDefault();
    act();
  });
}

type Act = (() => void) | undefined;

/** The slider: arrows 5 s, Page keys 60 s, Home and End (`ux:V-02`). */
function onSeek(event: KeyboardEvent, playing: Playing): Act {
  const steps: Record<string, number> = {
    ArrowLeft: -5,
    ArrowDown: -5,
    ArrowRight: 5,
    ArrowUp: 5,
    PageDown: -60,
    PageUp: 60,
  };
  const step = steps[event.key];
  if (step !== undefined) return () => playing.skip(step);
  if (event.key === 'Home') return () => playing.seekTo(0);
  if (event.key === 'End') return () => playing.seekTo(playing.duration);
  return undefined;
}

function onPlayer(event: KeyboardEvent, playing: Playing, extras: Extras, target: HTMLElement): Act {
  // Fields keep the keys that they need themselves.
  const isField = target.matches('select, [data-volume]');
  const isButton = target.matches('button, summary');
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (isField && (key.startsWith('Arrow') || key === ' ')) return undefined;
  if (isButton && key === ' ') return undefined;
  if (/^\d$/.test(key)) return () => playing.seekTo((playing.duration * Number(key)) / 10);
  const long = event.shiftKey ? 60 : 10;
  const acts: Record<string, () => void> = {
    ' ': () => playing.toggle(),
    k: () => playing.toggle(),
    j: () => playing.skip(-long),
    l: () => playing.skip(long),
    ArrowLeft: () => playing.skip(-long),
    ArrowRight: () => playing.skip(long),
    ArrowUp: () => playing.volume(0.1),
    ArrowDown: () => playing.volume(-0.1),
    '<': () => playing.speed(-0.1),
    '>': () => playing.speed(0.1),
    ',': () => playing.frame(-1),
    '.': () => playing.frame(1),
    m: () => playing.mute(),
  };
  if (event.shiftKey && key === 'n') return () => playing.chapter(1);
  if (event.shiftKey && key === 'p') return () => playing.chapter(-1);
  return acts[key] ?? extras[key as keyof Extras];
}
