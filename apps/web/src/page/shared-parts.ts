import type { Clock } from '#libs/kernel';

/**
 * What many pages are made of (a show, who bears a tag), in memory as long as a page would be: until something that
 * readers see changes, and never longer than `maxAgeMs`. Nobody may change what it gives.
 */
export class SharedParts {
  private kept = new Map<string, { value: Promise<unknown>; at: number }>();

  constructor(
    private readonly clock: Clock,
    private readonly maxAgeMs: number,
    private readonly most = 1000,
  ) {}

  /** The kept part, or what `make` gives; a failure is not kept. */
  get<Part>(key: string, make: () => Promise<Part>): Promise<Part> {
    const kept = this.kept;
    const now = this.clock.now().getTime();
    const found = kept.get(key);
    if (found && now - found.at < this.maxAgeMs) return found.value as Promise<Part>;
    const value = make();
    kept.delete(key);
    kept.set(key, { value, at: now });
    if (kept.size > this.most) kept.delete(kept.keys().next().value!);
    value.catch(() => kept.delete(key));
    return value;
  }

  /** What is being made right now will not be kept either. */
  clear(): void {
    this.kept = new Map();
  }
}
