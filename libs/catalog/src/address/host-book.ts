/** A show whose pages are on a host name of its own. */
export interface HostedShow {
  slug: string;
  /** Lower case, without port. */
  host: string;
  /** Its language, and its name in the languages that it has one in: what its pages are signed with. */
  language: string;
  texts: { lang: string; title: string }[];
  /** The address segments of its events. */
  events: string[];
}

/** Which shows have a host name of their own and are reached there. Filled by `renewHosts`; empty: all are on the instance's. */
export class HostBook {
  private byHost = new Map<string, HostedShow>();
  private byShow = new Map<string, HostedShow>();
  private byEvent = new Map<string, HostedShow>();

  get isEmpty(): boolean {
    return this.byHost.size === 0;
  }

  replace(shows: readonly HostedShow[]): void {
    this.byHost = new Map(shows.map((show) => [show.host, show]));
    this.byShow = new Map(shows.map((show) => [show.slug, show]));
    this.byEvent = new Map(shows.flatMap((show) => show.events.map((slug) => [slug, show] as const)));
  }

  /** @param host as a request names it, with or without a port. */
  at(host: string | undefined): HostedShow | undefined {
    if (this.byHost.size === 0 || !host) return undefined;
    return this.byHost.get(host.toLowerCase().replace(/:\d*$/, '').replace(/\.$/, ''));
  }

  ofShow(slug: string): HostedShow | undefined {
    return this.byShow.get(slug);
  }

  ofEvent(slug: string): HostedShow | undefined {
    return this.byEvent.get(slug);
  }

  all(): HostedShow[] {
    return [...this.byShow.values()];
  }
}
