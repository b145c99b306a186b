/** Where a show is in an app or directory. */
export interface AppLink {
  /** `apple`, `spotify`, `pocketcasts` …: a name of `listenApps`. */
  app: string;
  url: string;
}

/** What a show's page says and shows beyond its texts (`ux` 3.5). */
export interface ShowPage {
  /** One sentence of what a listener gets, per language. */
  promises: { lang: string; text: string }[];
  /** Start with these: episodes that the producer chose, at most three. */
  startWith: string[];
  /** How often, in words, per language. */
  rhythms: { lang: string; text: string }[];
  apps: AppLink[];
  /** Printed for everyone; empty: none. */
  contact: string;
}

export const usualShowPage: ShowPage = { promises: [], startWith: [], rhythms: [], apps: [], contact: '' };
