/** What has to end before the app can close: open event streams, listeners. */
export class Shutdown {
  private readonly enders = new Set<() => void>();

  /** Calls `end` once when the app begins to stop; the returned function takes it off the list. */
  onShutdown(end: () => void): () => void {
    this.enders.add(end);
    return () => this.enders.delete(end);
  }

  /** Ends everything on the list. */
  end(): void {
    for (const end of this.enders) end();
    this.enders.clear();
  }
}
