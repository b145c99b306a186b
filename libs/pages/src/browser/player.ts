/// <reference lib="dom" />
import { countHearing } from './count.js';
import { type Chapter, Deck, type Passage } from './deck.js';
import { type Extras, listenToKeys } from './keys.js';
import { type Failure, Mender } from './mend.js';
import { workMini } from './mini.js';
import { fill, type Links, type memory, type Moment, momentOf, timeCode, timeInWords } from './place.js';
import { announceToSystem } from './session.js';

/** What the page says about the recording, in its data block. */
export interface About {
  id: string;
  title: string;
  artist: string;
  artwork?: string;
  source: string;
  seconds: number;
  chapters: Chapter[];
  highlights?: [start: number, end: number, title: string][];
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
    | 'errorDecode'
    | 'retry'
    | 'reload'
    | 'downloadInstead'
    | 'speedIs'
    | 'chapterIs'
    | 'muted'
    | 'unmuted'
    | 'captionsOn'
    | 'captionsOff'
    | 'highlightNow'
    | 'highlightsDone',
    string
  >;
}

/** The language of captions that the address asks for, `&sub=en` (`ux:V-06`). */
const askedCaptions = new URLSearchParams(location.search).get('sub') ?? '';

/** What a page gives its player, and what an embedded one has not. */
export interface Around {
  /** Where places are remembered; nothing is where nothing may be stored. */
  place?: ReturnType<typeof memory>;
  /** Whether the server may be asked what is wrong with a file. */
  mayAsk: boolean;
  /** Opens what can be shared. */
  share?: () => void;
}

/** Our controls over the browser's own element, which stays the one that plays (`ux` 3.9). */
export class Player {
  readonly deck: Deck;
  /** Called whenever the position moves. */
  onMove: () => void = () => {};
  private readonly rows = [...document.querySelectorAll<HTMLAnchorElement>('a[data-at]')];
  private readonly seek: HTMLInputElement;
  private kept = 0;
  /** What is said belongs to the playing that begins. */
  private isTelling = false;
  private chapter = -1;

  constructor(
    private readonly root: HTMLElement,
    readonly about: About,
    private readonly around: Around,
  ) {
    this.seek = this.one<HTMLInputElement>('[data-seek]')!;
    const media = this.one<HTMLMediaElement>('[data-media]')!;
    const moved = () => this.draw();
    this.deck = new Deck(media, about.chapters, about.seconds, moved, (left) => this.sayHighlight(left));
    this.takeOver();
    this.workButtons();
    this.workMomentLinks();
    this.workKeys();
    this.follow(media);
    const mender = new Mender(this.deck, around.mayAsk ? about.source : undefined, (f) => this.sayFailure(f, mender));
    const mini = this.one('[data-mini]');
    if (mini) workMini(root, mini, this.deck);
    countHearing(media);
    this.goToFirstPlace();
    this.draw();
  }

  private one<T extends HTMLElement>(selector: string): T | null {
    return this.root.querySelector<T>(selector);
  }

  private all<T extends HTMLElement>(selector: string): T[] {
    return [...this.root.querySelectorAll<T>(selector)];
  }

  private takeOver(): void {
    this.root.classList.add('is-on');
    this.deck.media.controls = false;
    this.seek.hidden = false;
    for (const part of this.all('[data-controls],[data-highlights]')) part.hidden = false;
    const share = this.one('[data-share-now]');
    if (share && this.around.share) share.hidden = false;
    // A frame fills the screen only where the site around it lets it.
    const full = this.one('[data-full]');
    if (full) full.hidden = 'requestFullscreen' in full && !document.fullscreenEnabled;
    const asked = this.captionsIn(askedCaptions);
    if (asked) this.showCaptions(asked);
  }

  private workButtons(): void {
    const { deck } = this;
    this.seek.addEventListener('input', () => deck.seekTo(Number(this.seek.value)));
    this.seek.addEventListener('focus', () => this.drawWords());
    const speed = this.one<HTMLSelectElement>('[data-speed]');
    speed?.addEventListener('change', () => deck.setSpeed(Number(speed.value)));
    const volume = this.one<HTMLInputElement>('[data-volume]');
    volume?.addEventListener('input', () => deck.setVolume(Number(volume.value)));
    this.root.addEventListener('click', (event) => {
      const button = (event.target as HTMLElement).closest<HTMLElement>('button');
      const { skip, chapter, play, playMini, shareNow, keysOpen, highlights, full, captions } = button?.dataset ?? {};
      if (play !== undefined || playMini !== undefined) deck.toggle();
      if (skip) deck.skip(Number(skip) * (event.shiftKey && Math.abs(Number(skip)) === 10 ? 6 : 1));
      if (chapter) this.goToChapter(Number(chapter));
      if (shareNow !== undefined) this.around.share?.();
      if (keysOpen !== undefined) this.showKeys();
      if (highlights !== undefined) this.playHighlights();
      if (full !== undefined) this.fullScreen();
      if (captions !== undefined) this.switchCaptions();
    });
    this.one('[data-forget]')?.addEventListener('click', () => {
      this.around.place?.forget();
      deck.seekTo(0);
      this.one('[data-resume]')!.hidden = true;
      this.one('[data-play]')!.focus();
    });
  }

  private workKeys(): void {
    const box = this.one<HTMLInputElement>('[data-keys]');
    const { place, share } = this.around;
    if (box && place) box.checked = place.hasKeys();
    box?.addEventListener('change', () => place?.setKeys(box.checked));
    const isFilm = this.deck.media instanceof HTMLVideoElement;
    const extras: Extras = {
      ...(share && { s: share }),
      ...(box && { '?': () => this.showKeys() }),
      ...(isFilm && { f: () => this.fullScreen(), c: () => this.switchCaptions() }),
    };
    const keys = {
      toggle: () => this.deck.toggle(),
      skip: (by: number) => this.deck.skip(by),
      seekTo: (at: number) => this.deck.seekTo(at),
      chapter: (step: number) => this.goToChapter(step),
      speed: (step: number) => this.changeSpeed(step),
      volume: (step: number) => this.deck.volume(step),
      mute: () => this.mute(),
      frame: (step: number) => isFilm && this.deck.frame(step),
      duration: this.deck.duration,
    };
    listenToKeys(this.root, keys, extras, () => box?.checked ?? true);
  }

  /** Chapters, takeaways, paragraphs, and the way past a weak part. */
  private workMomentLinks(): void {
    document.addEventListener('click', (event) => {
      const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[data-at],a[data-go]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const { at, go, end } = link.dataset;
      this.deck.seekTo(Number(at ?? go), end ? Number(end) : undefined);
      this.deck.start();
      history.replaceState(null, '', link.href);
    });
    window.addEventListener('hashchange', () => {
      const next = this.momentOf('');
      if (next) this.deck.seekTo(next.start, next.end);
    });
  }

  /** What the element does is shown, remembered and told to the system. */
  private follow(media: HTMLMediaElement): void {
    const { place } = this.around;
    media.addEventListener('play', () => {
      this.showState();
      const resume = this.one('[data-resume]');
      if (resume) resume.hidden = true;
      if (!this.isTelling) this.say('');
      this.isTelling = false;
      announceToSystem(this.deck, this.about);
    });
    media.addEventListener('pause', () => {
      this.showState();
      this.drawWords();
      if (!media.ended && this.deck.now > 15) place?.write(this.deck.now);
    });
    media.addEventListener('timeupdate', () => this.remember(media.currentTime));
    media.addEventListener('ended', () => place?.forget());
    media.addEventListener('ratechange', () => this.showSpeed());
    media.addEventListener('volumechange', () => {
      const volume = this.one<HTMLInputElement>('[data-volume]');
      if (volume) volume.value = String(media.muted ? 0 : media.volume);
    });
  }

  private remember(seconds: number): void {
    if (Math.abs(seconds - this.kept) <= 5) return;
    this.kept = seconds;
    if (seconds > 15) this.around.place?.write(seconds);
  }

  /** A link's moment first, then the place where this device left off; neither plays by itself. */
  private goToFirstPlace(): void {
    const { words, seconds } = this.about;
    const moment = this.momentOf(location.search);
    const remembered = this.around.place?.read();
    if (moment) {
      this.deck.seekTo(moment.start, moment.end);
      if (moment.start > 0) this.say(fill(words.startsAt, { position: timeCode(moment.start) }));
    } else if (remembered && remembered < seconds - 5) {
      this.deck.seekTo(remembered);
      this.one('[data-resume-text]')!.textContent = fill(words.resumeAt, { position: timeCode(remembered) });
      this.one('[data-resume]')!.hidden = false;
    }
  }

  private momentOf(search: string): Moment | undefined {
    const { chapters, links } = this.about;
    const starts = {
      chapters: chapters.map(([start]) => start),
      paragraph: (number: number) => {
        const go = document.querySelector<HTMLElement>(`#p-${number} [data-go]`)?.dataset['go'];
        return go === undefined ? undefined : Number(go);
      },
    };
    return momentOf(search, location.hash, starts, links);
  }

  private goToChapter(step: number): void {
    this.deck.chapter(step);
    const { chapterIndex, chapters } = this.deck;
    const title = chapters[chapterIndex]?.[1];
    if (title) this.speak(fill(this.about.words.chapterIs, { number: chapterIndex + 1, title }));
  }

  private changeSpeed(step: number): void {
    this.deck.speed(step);
    const speed = new Intl.NumberFormat(document.documentElement.lang).format(this.deck.media.playbackRate);
    this.speak(fill(this.about.words.speedIs, { speed }));
  }

  private mute(): void {
    this.deck.mute();
    const { muted, unmuted } = this.about.words;
    this.speak(this.deck.media.muted ? muted : unmuted);
  }

  /** The clips in a row (`ux:L-03`). */
  private playHighlights(): void {
    const row = this.about.highlights ?? [];
    this.isTelling = this.deck.media.paused;
    this.deck.playRow(row.map(([start, end]): Passage => ({ start, end })));
    this.sayHighlight(row.length - 1);
  }

  private sayHighlight(left?: number): void {
    const { highlights = [], words } = this.about;
    if (left === undefined) return this.say(fill(words.highlightsDone, { position: timeCode(this.deck.now) }));
    const number = highlights.length - left;
    const title = highlights[number - 1]?.[2] ?? '';
    this.say(fill(words.highlightNow, { number, count: highlights.length, title }).replace(/\s*:\s*$/u, ''));
  }

  /** On iPhones a page may not, but a film by itself may. */
  private fullScreen(): void {
    const media = this.deck.media as HTMLVideoElement & { webkitEnterFullscreen?: () => void };
    if (document.fullscreenElement) void document.exitFullscreen();
    else if (media.requestFullscreen) media.requestFullscreen().catch(() => {});
    else media.webkitEnterFullscreen?.();
  }

  private get captions(): TextTrack[] {
    return [...this.deck.media.textTracks];
  }

  private captionsIn(lang: string): TextTrack | undefined {
    const base = (tag: string): string => tag.slice(0, 2).toLowerCase();
    return this.captions.find(({ language }) => base(language) === base(lang));
  }

  /** Those that the address asks for, else the page's language's, else the first. */
  private switchCaptions(): void {
    const { captionsOn, captionsOff } = this.about.words;
    const chosen = this.captionsIn(askedCaptions) ?? this.captionsIn(document.documentElement.lang) ?? this.captions[0];
    if (!chosen) return;
    const isOn = this.captions.some(({ mode }) => mode === 'showing');
    this.showCaptions(isOn ? undefined : chosen);
    this.speak(isOn ? captionsOff : captionsOn);
  }

  private showCaptions(chosen: TextTrack | undefined): void {
    for (const track of this.captions) track.mode = track === chosen ? 'showing' : 'disabled';
    this.one('[data-captions]')?.setAttribute('aria-pressed', String(chosen !== undefined));
  }

  private showKeys(): void {
    this.one<HTMLDialogElement>('[data-keys-dialog]')?.showModal();
  }

  private draw(): void {
    const { now, duration, chapterIndex, hasStarted } = this.deck;
    this.seek.max = String(Math.floor(duration));
    this.seek.value = String(Math.floor(now));
    this.root.dataset['position'] = String(Math.floor(now));
    this.one('.wave')!.style.setProperty('--played', String((now / Math.max(1, duration)) * 100));
    for (const time of this.all('[data-now],[data-now-mini]')) time.textContent = timeCode(now);
    // What is spoken changes with the listener and the chapter, not with every second (`ux:V-05`).
    if (this.deck.media.paused || chapterIndex !== this.chapter) this.drawWords();
    if (chapterIndex !== this.chapter && this.deck.hasPlayed) announceToSystem(this.deck, this.about);
    this.chapter = chapterIndex;
    const current = hasStarted ? this.about.chapters[chapterIndex]?.[0] : undefined;
    for (const row of this.rows)
      markRow(row, current !== undefined && Number(row.dataset['at']) === Math.floor(current));
    this.onMove();
  }

  private drawWords(): void {
    this.seek.setAttribute('aria-valuetext', this.positionInWords());
  }

  private positionInWords(): string {
    const { words, chapters } = this.about;
    const { now, duration, chapterIndex } = this.deck;
    const { lang } = document.documentElement;
    const title = chapters[chapterIndex]?.[1];
    const values = {
      position: timeInWords(now, lang),
      duration: timeInWords(duration, lang),
      number: chapterIndex + 1,
      title: title ?? '',
    };
    return fill(title === undefined ? words.position : words.positionChapter, values);
  }

  private showState(): void {
    const { paused } = this.deck.media;
    this.root.classList.toggle('is-playing', !paused);
    for (const play of this.all('[data-play],[data-play-mini]'))
      play.setAttribute('aria-label', paused ? this.about.words.play : this.about.words.pause);
  }

  private showSpeed(): void {
    const speed = this.one<HTMLSelectElement>('[data-speed]');
    if (!speed) return;
    const value = String(this.deck.media.playbackRate);
    if (![...speed.options].some((option) => option.value === value)) speed.add(new Option(`${value}×`, value));
    speed.value = value;
  }

  /** Seen and spoken. */
  private say(text: string, isError = false): void {
    const said = this.one('[data-said]')!;
    said.textContent = text;
    said.parentElement!.classList.toggle('is-error', isError);
    const next = this.one('[data-next]');
    if (next) next.hidden = true;
  }

  /** Spoken only, once: what is seen anyway. */
  private speak(text: string): void {
    const spoken = this.one('[data-spoken]');
    if (spoken) spoken.textContent = text;
  }

  /** `ux:V-11`: what happened, and the next step. */
  private sayFailure(failure: Failure, mender: Mender): void {
    const { words, source } = this.about;
    const told = {
      offline: [words.errorOffline, words.retry, '#player'],
      missing: [words.errorMissing, words.reload, location.href],
      decode: [words.errorDecode, words.downloadInstead, source],
    } as const;
    const [what, next, href] = told[failure];
    this.showState();
    this.say(what, true);
    this.around.place?.write(this.deck.now);
    const link = this.one<HTMLAnchorElement>('[data-next]');
    if (!link) return;
    link.textContent = next;
    link.href = href;
    link.hidden = false;
    link.toggleAttribute('download', failure === 'decode');
    link.onclick = (event) => {
      if (failure === 'decode') return;
      event.preventDefault();
      if (failure === 'offline') mender.again();
      else location.reload();
    };
  }
}

function markRow(row: HTMLElement, isCurrent: boolean): void {
  row.parentElement!.classList.toggle('is-current', isCurrent);
  if (isCurrent) row.setAttribute('aria-current', 'true');
  else row.removeAttribute('aria-current');
}
