/// <reference lib="dom" />
import { type Chapter, Deck } from './deck.js';
import { listenToKeys } from './keys.js';
import { type Links, memory, momentOf, timeCode } from './place.js';

/** What the page says about the recording, in its data block. */
interface About {
  id: string;
  title: string;
  artist: string;
  artwork?: string;
  seconds: number;
  chapters: Chapter[];
  links?: Links;
  words: Record<
    | 'play'
    | 'pause'
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

/** Our controls over the browser's own audio element, which stays the one that plays (`ux` 3.9). */
class Player {
  private readonly about: About;
  private readonly deck: Deck;
  private readonly place: ReturnType<typeof memory>;
  private readonly rows = [...document.querySelectorAll<HTMLAnchorElement>('a[data-at]')];
  private readonly seek: HTMLInputElement;
  private kept = 0;

  constructor(private readonly root: HTMLElement) {
    this.about = JSON.parse(this.one('[data-about]').textContent ?? '{}') as About;
    this.seek = this.one<HTMLInputElement>('[data-seek]');
    this.place = memory(this.about.id, this.about.links);
    const audio = this.one<HTMLAudioElement>('audio');
    this.deck = new Deck(audio, this.about.chapters, this.about.seconds, () => this.draw());
    this.takeOver();
    this.workButtons();
    this.workMomentLinks();
    listenToKeys(root, this.deck, () => this.one<HTMLInputElement>('[data-keys]').checked);
    this.follow(audio);
    this.goToFirstPlace();
    this.draw();
  }

  private one<T extends HTMLElement>(selector: string): T {
    return this.root.querySelector<T>(selector)!;
  }

  private takeOver(): void {
    this.root.classList.add('is-on');
    this.deck.audio.controls = false;
    this.seek.hidden = false;
    this.one('[data-controls]').hidden = false;
  }

  private workButtons(): void {
    const { deck } = this;
    this.one('[data-play]').addEventListener('click', () => deck.toggle());
    this.seek.addEventListener('input', () => deck.seekTo(Number(this.seek.value)));
    const speed = this.one<HTMLSelectElement>('[data-speed]');
    speed.addEventListener('change', () => deck.setSpeed(Number(speed.value)));
    const volume = this.one<HTMLInputElement>('[data-volume]');
    volume.addEventListener('input', () => (deck.audio.volume = Number(volume.value)));
    this.root.addEventListener('click', (event) => {
      const { skip, chapter } = (event.target as HTMLElement).closest<HTMLElement>('button')?.dataset ?? {};
      if (skip) deck.skip(Number(skip));
      if (chapter) deck.chapter(Number(chapter));
    });
    this.one('[data-forget]').addEventListener('click', () => {
      this.place.forget();
      deck.seekTo(0);
      this.one('[data-resume]').hidden = true;
      this.one('[data-play]').focus();
    });
  }

  /** Chapters, and the way past a weak part. */
  private workMomentLinks(): void {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-at],a[data-go]')) {
      link.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.deck.seekTo(Number(link.dataset['at'] ?? link.dataset['go']));
        this.deck.start();
        history.replaceState(null, '', link.href);
      });
    }
    window.addEventListener('hashchange', () => {
      const next = this.momentOf('');
      if (next) this.deck.seekTo(next.start, next.end);
    });
  }

  /** What the audio element does is shown, remembered and, when it fails, said. */
  private follow(audio: HTMLAudioElement): void {
    audio.addEventListener('play', () => {
      this.showState();
      this.one('[data-resume]').hidden = true;
      this.say('');
      announceToSystem(this.deck, this.about);
    });
    audio.addEventListener('pause', () => {
      this.showState();
      if (!audio.ended && this.deck.now > 15) this.place.write(this.deck.now);
    });
    audio.addEventListener('timeupdate', () => this.remember(audio.currentTime));
    audio.addEventListener('ended', () => this.place.forget());
    audio.addEventListener('ratechange', () => this.showSpeed());
    audio.addEventListener('volumechange', () => {
      this.one<HTMLInputElement>('[data-volume]').value = String(audio.muted ? 0 : audio.volume);
    });
    audio.addEventListener('error', () => {
      this.say(this.failure(audio.error?.code), true);
      this.showState();
    });
  }

  private remember(seconds: number): void {
    if (Math.abs(seconds - this.kept) <= 5) return;
    this.kept = seconds;
    if (seconds > 15) this.place.write(seconds);
  }

  /** `ux:V-11`: what happened, and the next step. */
  private failure(code: number | undefined): string {
    const { words } = this.about;
    if (!navigator.onLine || code === MediaError.MEDIA_ERR_NETWORK) return words.errorOffline;
    return code === MediaError.MEDIA_ERR_DECODE ? words.errorDecode : words.errorMissing;
  }

  /** A link's moment first, then the place where this device left off; neither plays by itself. */
  private goToFirstPlace(): void {
    const { words, seconds } = this.about;
    const moment = this.momentOf(location.search);
    const remembered = this.place.read();
    if (moment) {
      this.deck.seekTo(moment.start, moment.end);
      if (moment.start > 0) this.say(fill(words.startsAt, { position: timeCode(moment.start) }));
    } else if (remembered && remembered < seconds - 5) {
      this.deck.seekTo(remembered);
      this.one('[data-resume-text]').textContent = fill(words.resumeAt, { position: timeCode(remembered) });
      this.one('[data-resume]').hidden = false;
    }
  }

  private momentOf(search: string) {
    const { chapters, links } = this.about;
    const starts = chapters.map(([start]) => start);
    return momentOf(search, location.hash, starts, links);
  }

  private draw(): void {
    const { now, duration, chapterIndex } = this.deck;
    this.seek.max = String(Math.floor(duration));
    this.seek.value = String(Math.floor(now));
    this.seek.setAttribute('aria-valuetext', this.positionInWords());
    this.one('.wave').style.setProperty('--played', String((now / Math.max(1, duration)) * 100));
    this.one('[data-now]').textContent = timeCode(now);
    const current = this.deck.hasStarted ? this.about.chapters[chapterIndex]?.[0] : undefined;
    for (const row of this.rows)
      this.markRow(row, current !== undefined && Number(row.dataset['at']) === Math.floor(current));
  }

  private markRow(row: HTMLElement, isCurrent: boolean): void {
    row.parentElement!.classList.toggle('is-current', isCurrent);
    if (isCurrent) row.setAttribute('aria-current', 'true');
    else row.removeAttribute('aria-current');
  }

  private positionInWords(): string {
    const { words, chapters } = this.about;
    const { now, duration, chapterIndex } = this.deck;
    const title = chapters[chapterIndex]?.[1];
    const values = {
      position: timeCode(now),
      duration: timeCode(duration),
      number: chapterIndex + 1,
      title: title ?? '',
    };
    return fill(title === undefined ? words.position : words.positionChapter, values);
  }

  private showState(): void {
    const { paused } = this.deck.audio;
    this.root.classList.toggle('is-playing', !paused);
    this.one('[data-play]').setAttribute('aria-label', paused ? this.about.words.play : this.about.words.pause);
  }

  private showSpeed(): void {
    const speed = this.one<HTMLSelectElement>('[data-speed]');
    const value = String(this.deck.audio.playbackRate);
    if (![...speed.options].some((option) => option.value === value)) speed.add(new Option(`${value}×`, value));
    speed.value = value;
  }

  private say(text: string, isError = false): void {
    const said = this.one('[data-said]');
    said.textContent = text;
    said.classList.toggle('is-error', isError);
  }
}

function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** The system's own controls: lock screen, headset, keyboard (`ux:V-08`). */
function announceToSystem(deck: Deck, about: About): void {
  const session = navigator.mediaSession;
  if (!session) return;
  const artwork = about.artwork ? [{ src: about.artwork, sizes: '640x640', type: 'image/jpeg' }] : [];
  session.metadata = new MediaMetadata({ title: about.title, artist: about.artist, artwork });
  const handlers: [MediaSessionAction, MediaSessionActionHandler][] = [
    ['play', () => deck.start()],
    ['pause', () => deck.audio.pause()],
    ['seekbackward', (details) => deck.skip(-(details.seekOffset ?? 15))],
    ['seekforward', (details) => deck.skip(details.seekOffset ?? 15)],
    ['seekto', (details) => deck.seekTo(details.seekTime ?? 0)],
  ];
  if (about.chapters.length > 0) {
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

for (const root of document.querySelectorAll<HTMLElement>('[data-player]')) new Player(root);
