/// <reference lib="dom" />
import { listenToKeys } from './keys.js';
import { memory, momentOf, timeCode } from './place.js';

/** What the page says about the recording, in its data block. */
interface About {
  id: string;
  title: string;
  artist: string;
  artwork?: string;
  seconds: number;
  chapters: [number, string][];
  words: Record<
    | 'play'
    | 'pause'
    | 'playing'
    | 'paused'
    | 'position'
    | 'positionChapter'
    | 'resumeAt'
    | 'startsAt'
    | 'errorOffline'
    | 'errorMissing'
    | 'errorDecode',
    string
  >;
}

for (const player of document.querySelectorAll<HTMLElement>('[data-player]')) takeOver(player);

/** Puts our controls over the browser's own audio element, which stays the one that plays (`ux` 3.9). */
function takeOver(player: HTMLElement): void {
  const one = <T extends HTMLElement>(selector: string): T => player.querySelector<T>(selector)!;
  const audio = one<HTMLAudioElement>('audio');
  const about = JSON.parse(one('[data-about]').textContent ?? '{}') as About;
  const { words, chapters } = about;
  const seek = one<HTMLInputElement>('[data-seek]');
  const play = one<HTMLButtonElement>('[data-play]');
  const speed = one<HTMLSelectElement>('[data-speed]');
  const volume = one<HTMLInputElement>('[data-volume]');
  const place = memory(about.id);
  const rows = [...document.querySelectorAll<HTMLAnchorElement>('a[data-at]')];
  /** Where playing will begin while nothing is loaded yet. */
  let waiting = 0;
  let end: number | undefined;
  let wrote = 0;
  let hasStarted = false;

  const duration = (): number => (Number.isFinite(audio.duration) ? audio.duration : about.seconds);
  const now = (): number => (audio.readyState > 0 ? audio.currentTime : waiting);
  const chapterAt = (at: number): number => chapters.findLastIndex(([start]) => start <= at + 0.25);

  const say = (text: string, isError = false): void => {
    const said = one('[data-said]');
    said.textContent = text;
    said.classList.toggle('is-error', isError);
  };
  const fill = (text: string, values: Record<string, string | number>): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

  const draw = (): void => {
    const at = now();
    const index = chapterAt(at);
    const values = {
      position: timeCode(at),
      duration: timeCode(duration()),
      number: index + 1,
      title: chapters[index]?.[1] ?? '',
    };
    seek.max = String(Math.floor(duration()));
    seek.value = String(Math.floor(at));
    seek.setAttribute('aria-valuetext', fill(index < 0 ? words.position : words.positionChapter, values));
    one('.wave').style.setProperty('--played', String((at / Math.max(1, duration())) * 100));
    one('[data-now]').textContent = timeCode(at);
    rows.forEach((row) => {
      const isCurrent = hasStarted && index >= 0 && Number(row.dataset['at']) === Math.floor(chapters[index]![0]);
      row.parentElement!.classList.toggle('is-current', isCurrent);
      if (isCurrent) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    });
  };

  const seekTo = (seconds: number): void => {
    const at = Math.min(Math.max(0, seconds), duration());
    waiting = at;
    hasStarted ||= at > 0;
    if (audio.readyState > 0) audio.currentTime = at;
    draw();
  };
  const start = (): void => {
    // Before anything is loaded this is where loading begins (`ux:V-06`); it is set again once the length is known.
    if (audio.readyState === 0 && waiting > 0) audio.currentTime = waiting;
    audio.play().catch(() => {});
  };
  const toggle = (): void => (audio.paused ? start() : audio.pause());
  const skip = (seconds: number): void => seekTo(now() + seconds);
  const chapter = (step: number): void => {
    const at = now();
    const index = chapterAt(at);
    // Back goes to the begin of this chapter first, as every player does.
    const target = step < 0 && index >= 0 && at - chapters[index]![0] > 3 ? index : index + step;
    if (target >= 0 && chapters[target]) seekTo(chapters[target][0]);
    else if (target < 0) seekTo(0);
  };
  const setSpeed = (rate: number): void => {
    audio.playbackRate = Math.min(3, Math.max(0.5, Math.round(rate * 10) / 10));
    const value = String(audio.playbackRate);
    if (![...speed.options].some((option) => option.value === value)) speed.add(new Option(`${value}×`, value));
    speed.value = value;
  };

  player.classList.add('is-on');
  audio.controls = false;
  seek.hidden = false;
  one('[data-controls]').hidden = false;

  play.addEventListener('click', toggle);
  seek.addEventListener('input', () => seekTo(Number(seek.value)));
  speed.addEventListener('change', () => setSpeed(Number(speed.value)));
  volume.addEventListener('input', () => (audio.volume = Number(volume.value)));
  player.addEventListener('click', (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>('button');
    if (button?.dataset['skip']) skip(Number(button.dataset['skip']));
    if (button?.dataset['chapter']) chapter(Number(button.dataset['chapter']));
  });
  for (const row of rows) {
    row.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      end = undefined;
      seekTo(Number(row.dataset['at']));
      start();
      history.replaceState(null, '', row.href);
    });
  }
  listenToKeys(
    player,
    {
      toggle,
      skip,
      seekTo,
      chapter,
      speed: (step) => setSpeed(audio.playbackRate + step),
      volume: (step) => {
        audio.volume = Math.min(1, Math.max(0, audio.volume + step));
        volume.value = String(audio.volume);
      },
      mute: () => (audio.muted = !audio.muted),
      get duration() {
        return duration();
      },
    },
    () => one<HTMLInputElement>('[data-keys]').checked,
  );

  const showState = (): void => {
    player.classList.toggle('is-playing', !audio.paused);
    play.setAttribute('aria-label', audio.paused ? words.play : words.pause);
  };
  audio.addEventListener('play', () => {
    hasStarted = true;
    showState();
    one('[data-resume]').hidden = true;
    say('');
    announceToSystem(audio, about, { skip, seekTo, chapter });
  });
  audio.addEventListener('pause', () => {
    showState();
    if (!audio.ended) place.write(now());
  });
  audio.addEventListener('loadedmetadata', () => {
    if (Math.abs(audio.currentTime - waiting) > 1) audio.currentTime = waiting;
    draw();
  });
  audio.addEventListener('timeupdate', () => {
    draw();
    if (end !== undefined && audio.currentTime >= end) {
      end = undefined;
      audio.pause();
    }
    if (Math.abs(audio.currentTime - wrote) > 5) {
      wrote = audio.currentTime;
      if (wrote > 15) place.write(wrote);
    }
  });
  audio.addEventListener('ended', () => {
    place.forget();
    waiting = 0;
  });
  audio.addEventListener('error', () => {
    waiting = Math.max(waiting, wrote);
    // `ux:V-11`: what happened, and the next step.
    if (!navigator.onLine) say(words.errorOffline, true);
    else if (audio.error?.code === MediaError.MEDIA_ERR_DECODE) say(words.errorDecode, true);
    else say(audio.error?.code === MediaError.MEDIA_ERR_NETWORK ? words.errorOffline : words.errorMissing, true);
    showState();
  });

  const moment = momentOf(
    location.search,
    location.hash,
    chapters.map(([at]) => at),
  );
  const remembered = place.read();
  if (moment) {
    end = moment.end;
    seekTo(moment.start);
    if (moment.start > 0) say(fill(words.startsAt, { position: timeCode(moment.start) }));
  } else if (remembered && remembered < about.seconds - 5) {
    seekTo(remembered);
    one('[data-resume-text]').textContent = fill(words.resumeAt, { position: timeCode(remembered) });
    one('[data-resume]').hidden = false;
  }
  one('[data-forget]').addEventListener('click', () => {
    place.forget();
    seekTo(0);
    one('[data-resume]').hidden = true;
    play.focus();
  });
  window.addEventListener('hashchange', () => {
    const next = momentOf(
      '',
      location.hash,
      chapters.map(([at]) => at),
    );
    if (next) seekTo(next.start);
  });
  draw();
}

/** The system's own controls: lock screen, headset, keyboard (`ux:V-08`). */
function announceToSystem(
  audio: HTMLAudioElement,
  about: About,
  moves: { skip(seconds: number): void; seekTo(seconds: number): void; chapter(step: number): void },
): void {
  const session = navigator.mediaSession;
  if (!session) return;
  session.metadata = new MediaMetadata({
    title: about.title,
    artist: about.artist,
    artwork: about.artwork ? [{ src: about.artwork, sizes: '640x640', type: 'image/jpeg' }] : [],
  });
  const handle = (name: MediaSessionAction, act: MediaSessionActionHandler): void => {
    try {
      session.setActionHandler(name, act);
    } catch {
      // An action that this browser does not know.
    }
  };
  handle('play', () => void audio.play());
  handle('pause', () => audio.pause());
  handle('seekbackward', (details) => moves.skip(-(details.seekOffset ?? 15)));
  handle('seekforward', (details) => moves.skip(details.seekOffset ?? 15));
  handle('seekto', (details) => moves.seekTo(details.seekTime ?? 0));
  if (about.chapters.length > 0) {
    handle('previoustrack', () => moves.chapter(-1));
    handle('nexttrack', () => moves.chapter(1));
  }
}
