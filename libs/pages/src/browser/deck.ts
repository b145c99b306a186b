/// <reference lib="dom" />

/** A chapter's begin in seconds and its title. */
export type Chapter = [start: number, title: string];

/** A part of the sound, in seconds. */
export interface Passage {
  start: number;
  end: number;
}

/** The media element and what can be done to it, also before anything is loaded. */
export class Deck {
  /** Where it is, and where playing will begin while nothing is loaded yet. */
  private waiting = 0;
  /** Where the passage that is played ends. */
  private end: number | undefined;
  /** What of a row is played after it; undefined: it stands alone. */
  private rest: Passage[] | undefined;
  hasStarted = false;
  hasPlayed = false;

  /**
   * @param seconds the length as the page says it, until the file says it.
   * @param onPassage the next passage of a row begins, with so many after it; undefined: the row is over.
   */
  constructor(
    readonly media: HTMLMediaElement,
    readonly chapters: readonly Chapter[],
    private readonly seconds: number,
    private readonly onMove: () => void,
    private readonly onPassage: (left?: number) => void = () => {},
  ) {
    media.addEventListener('play', () => (this.hasStarted = this.hasPlayed = true));
    media.addEventListener('loadedmetadata', () => {
      if (Math.abs(media.currentTime - this.waiting) > 1) media.currentTime = this.waiting;
      onMove();
    });
    media.addEventListener('timeupdate', () => {
      if (media.readyState > 0) this.waiting = media.currentTime;
      onMove();
      if (this.end !== undefined && media.currentTime >= this.end) this.endPassage();
    });
    media.addEventListener('ended', () => (this.waiting = 0));
  }

  get duration(): number {
    return Number.isFinite(this.media.duration) ? this.media.duration : this.seconds;
  }

  get now(): number {
    return this.media.readyState > 0 && !this.media.error ? this.media.currentTime : this.waiting;
  }

  /** The chapter of this moment, from 0; −1 before the first. */
  get chapterIndex(): number {
    return this.chapters.findLastIndex(([start]) => start <= this.now + 0.25);
  }

  /** Whatever was played in a row is over with this. */
  seekTo(seconds: number, end?: number, rest?: Passage[]): void {
    const at = Math.min(Math.max(0, seconds), this.duration);
    this.waiting = at;
    this.end = end;
    this.rest = rest;
    this.hasStarted ||= at > 0;
    // The frame of the moment is what is seen (`ux:V-06`).
    if (at > 0) this.media.removeAttribute('poster');
    if (this.media.readyState > 0) this.media.currentTime = at;
    this.onMove();
  }

  start(): void {
    // Before anything is loaded this is where loading begins (`ux:V-06`); it is set again once the length is known.
    if (this.media.readyState === 0 && this.waiting > 0) this.media.currentTime = this.waiting;
    this.media.play().catch(() => {});
  }

  /** One after the other; each from its begin to its end. */
  playRow([first, ...rest]: Passage[]): void {
    if (!first) return;
    this.seekTo(first.start, first.end, rest);
    this.start();
  }

  toggle(): void {
    if (this.media.paused) this.start();
    else this.media.pause();
  }

  skip(seconds: number): void {
    this.seekTo(this.now + seconds);
  }

  /** The next or previous chapter; back goes to the begin of this one first, as every player does. */
  chapter(step: number): void {
    const index = this.chapterIndex;
    const isInside = index >= 0 && this.now - this.chapters[index]![0] > 3;
    const target = step < 0 && isInside ? index : index + step;
    if (target < this.chapters.length) this.seekTo(this.chapters[target]?.[0] ?? 0);
  }

  speed(step: number): void {
    this.setSpeed(this.media.playbackRate + step);
  }

  setSpeed(rate: number): void {
    this.media.playbackRate = Math.min(3, Math.max(0.5, Math.round(rate * 10) / 10));
  }

  volume(step: number): void {
    this.setVolume(Math.min(1, Math.max(0, this.media.volume + step)));
  }

  /** Whoever moves the volume wants to hear it. */
  setVolume(volume: number): void {
    this.media.muted = false;
    this.media.volume = volume;
  }

  mute(): void {
    this.media.muted = !this.media.muted;
  }

  /** A picture of a film back or forward, while it stands still. */
  frame(step: number): void {
    if (this.media.paused) this.seekTo(this.now + step / 25);
  }

  private endPassage(): void {
    const [next, ...rest] = this.rest ?? [];
    this.end = undefined;
    if (next) {
      this.onPassage(rest.length);
      this.seekTo(next.start, next.end, rest);
      return;
    }
    this.media.pause();
    if (this.rest) this.onPassage();
  }
}
