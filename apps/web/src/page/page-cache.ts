import type { Clock } from '#libs/kernel';
import type { Encoded } from './encoded.js';
import { SharedParts } from './shared-parts.js';

/**
 * Rendered pages in memory, least recently used ones given up first. Any change of what readers see empties it:
 * rendering is cheap, and a page that shows several shows can then never be stale. `maxAgeMs` is the guard for a
 * notification that was lost.
 */
export class PageCache {
  private readonly entries = new Map<string, { value: Encoded; at: number }>();
  private readonly running = new Map<string, Promise<Encoded | undefined>>();
  private generation = 0;
  /** What pages have in common, forgotten with them. */
  readonly parts: SharedParts;
  /** Which page an address was answered with, and by which route. */
  private readonly addresses = new Map<string, { key: string; route: string }>();

  constructor(
    private readonly clock: Clock,
    private readonly most = 500,
    private readonly maxAgeMs = 60_000,
  ) {
    this.parts = new SharedParts(clock, maxAgeMs);
  }

  /**
   * The kept page, or the one that `make` gives; of several requests at once one makes it. Undefined is not kept, and
   * neither is a page without `keep`: one of a thousand variants must not push out what everybody reads.
   */
  async get(key: string, make: () => Promise<Encoded | undefined>, keep = true): Promise<Encoded | undefined> {
    const kept = this.kept(key);
    if (kept) return kept;
    const runningKey = `${this.generation} ${key}`;
    let making = this.running.get(runningKey);
    if (!making) {
      making = this.make(key, make, keep).finally(() => this.running.delete(runningKey));
      this.running.set(runningKey, making);
    }
    return making;
  }

  /** The kept page that was last answered at this address. */
  peek(address: string): { page: Encoded; route: string } | undefined {
    const known = this.addresses.get(address);
    const page = known && this.kept(known.key);
    return page && { page, route: known.route };
  }

  /** Notes that an address was answered with the page kept under `key`. */
  note(address: string, key: string, route: string): void {
    if (!this.entries.has(key)) return;
    // Anybody can write any name of a host into a request.
    if (this.addresses.size >= this.most * 4) this.addresses.clear();
    this.addresses.set(address, { key, route });
  }

  /** Forgets everything; a page that is being made right now will not be kept either. */
  clear(): void {
    this.generation += 1;
    this.entries.clear();
    this.addresses.clear();
    this.parts.clear();
  }

  private kept(key: string): Encoded | undefined {
    const kept = this.entries.get(key);
    const now = this.clock.now().getTime();
    if (!kept || now - kept.at >= this.maxAgeMs || (kept.value.until && now >= kept.value.until.getTime()))
      return undefined;
    this.entries.delete(key);
    this.entries.set(key, kept);
    return kept.value;
  }

  private async make(
    key: string,
    make: () => Promise<Encoded | undefined>,
    keep: boolean,
  ): Promise<Encoded | undefined> {
    const { generation } = this;
    const value = await make();
    if (value && keep && generation === this.generation) {
      this.entries.delete(key);
      this.entries.set(key, { value, at: this.clock.now().getTime() });
      if (this.entries.size > this.most) this.entries.delete(this.entries.keys().next().value!);
    }
    return value;
  }
}
