import type { StoredFeedQuery } from '#libs/feeds';
import type { FeedAnswer } from './feed-answer.js';

/** Bodies of feeds in memory, up to so many bytes; the ones not sent for longest are given up first. */
export class FeedBodies {
  private readonly reading = new Map<FeedAnswer, Promise<Buffer | undefined>>();
  private readonly held = new Set<FeedAnswer>();
  private heldBytes = 0;
  private uses = 0;

  constructor(
    private readonly feeds: Pick<StoredFeedQuery, 'bytes'>,
    private readonly mostBytes: number,
  ) {}

  /** The body, read if it is not held; of several requests at once one reads. Undefined when it is not stored any more. */
  async get(answer: FeedAnswer): Promise<Buffer | undefined> {
    this.touch(answer);
    if (answer.body) return answer.body;
    let reading = this.reading.get(answer);
    if (!reading) {
      reading = this.feeds.bytes(answer.versionId, answer.encoding).finally(() => this.reading.delete(answer));
      this.reading.set(answer, reading);
    }
    const body = await reading;
    if (body && !answer.body) this.hold(answer, body);
    return body;
  }

  /** Notes that a body was sent straight from memory. */
  touch(answer: FeedAnswer): void {
    answer.usedAt = ++this.uses;
  }

  release(answer: FeedAnswer): void {
    if (!this.held.delete(answer)) return;
    answer.body = undefined;
    this.heldBytes -= answer.size;
  }

  private hold(answer: FeedAnswer, body: Buffer): void {
    answer.body = body;
    this.held.add(answer);
    this.heldBytes += answer.size;
    while (this.heldBytes > this.mostBytes && this.held.size > 1) {
      this.release([...this.held].reduce((a, b) => (a.usedAt <= b.usedAt ? a : b)));
    }
  }
}
