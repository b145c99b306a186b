import { toFactor } from '../model/match';

export type SideName = 'before' | 'after';

/** One of the two sounds: an element that loads and plays, and its gain. */
export class Side {
  readonly element = new Audio();
  isBroken = false;
  private gain: GainNode | null = null;

  constructor(
    url: string,
    private readonly onChange: () => void,
  ) {
    this.element.preload = 'metadata';
    this.element.src = url;
    this.element.addEventListener('error', () => {
      this.isBroken = true;
      onChange();
    });
    for (const event of ['waiting', 'playing', 'ended']) this.element.addEventListener(event, onChange);
  }

  /** Into the mix, silent; on the first press of play, as browsers want it. */
  connect(context: AudioContext): void {
    if (this.gain) return;
    this.gain = context.createGain();
    this.gain.gain.value = 0;
    context.createMediaElementSource(this.element).connect(this.gain).connect(context.destination);
  }

  /** Heard at so many dB, or not at all; within 20 ms, so that nothing clicks. Nothing before it is in the mix. */
  fade(context: AudioContext, db: number | null): void {
    if (!this.gain) return;
    const { gain } = this.gain;
    const now = context.currentTime;
    gain.cancelScheduledValues(now);
    gain.setValueAtTime(gain.value, now);
    gain.linearRampToValueAtTime(db === null ? 0 : toFactor(db), now + 0.02);
  }

  get seconds(): number {
    return this.element.currentTime;
  }

  seek(seconds: number): void {
    this.element.playbackRate = 1;
    if (Math.abs(this.element.currentTime - seconds) > 0.001) this.element.currentTime = seconds;
  }

  play(): void {
    if (!this.element.paused || this.isBroken) return;
    this.element.play().catch(() => this.onChange());
  }

  pause(): void {
    if (!this.element.paused) this.element.pause();
  }

  close(): void {
    this.element.pause();
    this.element.removeAttribute('src');
    this.element.load();
  }
}
