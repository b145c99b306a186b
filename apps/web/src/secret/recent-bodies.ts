/** What tells one body from all others: its strong validator. */
export interface BodyKey {
  etag: string;
}

/** Bodies that were sent lately, up to so many bytes: an app that asks in vain again and again costs one compression. */
export class RecentBodies {
  private readonly kept = new Map<string, Buffer>();
  private readonly making = new Map<string, Promise<Buffer | undefined>>();
  private bytes = 0;

  constructor(private readonly mostBytes: number) {}

  /** The kept body, or the one that `make` gives; of several requests at once one makes it. */
  async get({ etag }: BodyKey, make: () => Promise<Buffer | undefined>): Promise<Buffer | undefined> {
    const kept = this.kept.get(etag);
    if (kept) {
      this.kept.delete(etag);
      this.kept.set(etag, kept);
      return kept;
    }
    let making = this.making.get(etag);
    if (!making) {
      making = make().finally(() => this.making.delete(etag));
      this.making.set(etag, making);
    }
    const body = await making;
    if (body && !this.kept.has(etag)) this.keep(etag, body);
    return body;
  }

  private keep(etag: string, body: Buffer): void {
    this.kept.set(etag, body);
    this.bytes += body.length;
    for (const [oldest, { length }] of this.kept) {
      if (this.bytes <= this.mostBytes) return;
      this.kept.delete(oldest);
      this.bytes -= length;
    }
  }
}
