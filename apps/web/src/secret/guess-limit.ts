import { type Clock, toNetwork } from '#libs/kernel';

/**
 * Counts what a client did in a window of time, in memory: so many misses or forms, then no more until the window is
 * over. Bounded: of very many clients the ones counted first are forgotten.
 */
export class GuessLimit {
  private readonly counts = new Map<string, { count: number; until: number }>();

  constructor(
    private readonly clock: Clock,
    private readonly most: number,
    private readonly windowMs: number,
    private readonly mostClients = 10_000,
  ) {}

  /** Seconds to wait; 0: go ahead. */
  waitOf(client: string): number {
    const entry = this.counts.get(toNetwork(client));
    const left = entry ? entry.until - this.clock.now().getTime() : 0;
    return entry && left > 0 && entry.count >= this.most ? Math.ceil(left / 1000) : 0;
  }

  count(client: string): void {
    const key = toNetwork(client);
    const now = this.clock.now().getTime();
    const entry = this.counts.get(key);
    if (entry && entry.until > now) {
      entry.count += 1;
      return;
    }
    this.counts.delete(key);
    this.counts.set(key, { count: 1, until: now + this.windowMs });
    if (this.counts.size > this.mostClients) this.counts.delete(this.counts.keys().next().value!);
  }
}
