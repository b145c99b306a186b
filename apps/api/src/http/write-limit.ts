import { type Clock, TooMany } from '#libs/kernel';

/** Generous: it stops a program that has run wild, never a person nor an upload in small pieces. Reads are not counted. */
const writesPerMinute = 3000;
const windowMs = 60_000;

/** Counts writes per actor in memory, in windows of a minute. */
export class WriteLimit {
  private windowEnd = 0;
  private counts = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly limit = writesPerMinute,
  ) {}

  /** Counts one write. @throws TooMany */
  take(subject: string): void {
    const now = this.clock.now().getTime();
    if (now >= this.windowEnd || now < this.windowEnd - windowMs) {
      this.windowEnd = now + windowMs;
      this.counts = new Map();
    }
    const count = (this.counts.get(subject) ?? 0) + 1;
    this.counts.set(subject, count);
    if (count > this.limit) throw new TooMany(Math.max(1, Math.ceil((this.windowEnd - now) / 1000)));
  }
}
