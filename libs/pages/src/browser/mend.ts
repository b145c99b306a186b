/// <reference lib="dom" />
import type { Deck } from './deck.js';

export type Failure = 'offline' | 'missing' | 'decode';

const waits = [2_000, 5_000, 15_000, 30_000];

/**
 * What failed, asked of the server where a page may ask (`ux:V-11`). After a lost connection it is tried again by
 * itself, at the place where it was: when the network is back, and a few times before.
 */
export class Mender {
  private tries = 0;
  private wasPlaying = false;

  /** @param source the published file; undefined where nothing may be asked. */
  constructor(
    private readonly deck: Deck,
    private readonly source: string | undefined,
    private readonly tell: (failure: Failure) => void,
  ) {
    const { media } = deck;
    media.addEventListener('playing', () => (this.tries = 0));
    media.addEventListener('play', () => (this.wasPlaying = true));
    media.addEventListener('pause', () => (this.wasPlaying = media.error !== null));
    media.addEventListener('error', () => void this.onError(media.error?.code));
    window.addEventListener('online', () => this.again());
  }

  /** From where it was. */
  again(): void {
    const { media } = this.deck;
    if (!media.error) return;
    media.load();
    if (this.wasPlaying) this.deck.start();
  }

  private async onError(code: number | undefined): Promise<void> {
    const failure = await this.find(code);
    this.tell(failure);
    const wait = waits[this.tries];
    if (failure !== 'offline' || wait === undefined) return;
    this.tries += 1;
    setTimeout(() => this.again(), wait);
  }

  private async find(code: number | undefined): Promise<Failure> {
    if (!navigator.onLine || code === MediaError.MEDIA_ERR_NETWORK) return 'offline';
    if (code === MediaError.MEDIA_ERR_DECODE) return 'decode';
    if (!this.source) return 'missing';
    try {
      const { status } = await fetch(this.source, { method: 'HEAD' });
      return status < 400 ? 'decode' : status < 500 ? 'missing' : 'offline';
    } catch {
      return 'offline';
    }
  }
}
