/// <reference lib="dom" />

/** A chapter's begin in seconds and its title. */
export type Chapter = [start: number, title: string];

/** The audio element and what can be done to it, also before anything is loaded. */
export class Deck {
  /** Where playing will begin while nothing is loaded yet. */
  private waiting = 0;
  /** Where a passage that was linked to ends. */
  private end: number | undefined;
  hasStarted = false;

  /** @param seconds the length as the page says it, until the file says it. */
  constructor(
    readonly audio: HTMLAudioElement,
    readonly chapters: readonly Chapter[],
    private readonly seconds: number,
    private readonly onMove: () => void,
  ) {
    audio.addEventListener('play', () => (this.hasStarted = true));
    audio.addEventListener('loadedmetadata', () => {
      if (Math.abs(audio.currentTime - this.waiting) > 1) audio.currentTime = this.waiting;
      onMove();
    });
    audio.addEventListener('timeupdate', () => {
      onMove();
      if (this.end !== undefined && audio.currentTime >= this.end) {
        this.end = undefined;
        audio.pause();
      }
    });
    audio.addEventListener('ended', () => (this.waiting = 0));
    audio.addEventListener('error', () => (this.waiting = Math.max(this.waiting, audio.currentTime)));
  }

  get duration(): number {
    return Number.isFinite(this.audio.duration) ? this.audio.duration : this.seconds;
  }

  get now(): number {
    return this.audio.readyState > 0 ? this.audio.currentTime : this.waiting;
  }

  /** The chapter of this moment, from 0; −1 before the first. */
  get chapterIndex(): number {
    return this.chapters.findLastIndex(([start]) => start <= this.now + 0.25);
  }

  seekTo(seconds: number, end?: number): void {
    const at = Math.min(Math.max(0, seconds), this.duration);
    this.waiting = at;
    this.end = end;
    this.hasStarted ||= at > 0;
    if (this.audio.readyState > 0) this.audio.currentTime = at;
    this.onMove();
  }

  start(): void {
    // Before anything is loaded this is where loading begins (`ux:V-06`); it is set again once the length is known.
    if (this.audio.readyState === 0 && this.waiting > 0) this.audio.currentTime = this.waiting;
    this.audio.play().catch(() => {});
  }

  toggle(): void {
    if (this.audio.paused) this.start();
    else this.audio.pause();
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
    this.setSpeed(this.audio.playbackRate + step);
  }

  setSpeed(rate: number): void {
    this.audio.playbackRate = Math.min(3, Math.max(0.5, Math.round(rate * 10) / 10));
  }

  volume(step: number): void {
    this.audio.volume = Math.min(1, Math.max(0, this.audio.volume + step));
  }

  mute(): void {
    this.audio.muted = !this.audio.muted;
  }
}
