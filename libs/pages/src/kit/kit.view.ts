import type { SilenceRule } from '#libs/catalog';
import type { Network } from '#libs/kernel';
import type { ShareImage } from '../site/share-image.js';

export const kitNetworks = ['linkedin', 'blog', 'mail', 'x', 'bluesky', 'mastodon'] as const;
export type KitNetwork = (typeof kitNetworks)[number];
export const kitTones = ['sober', 'direct', 'question'] as const;
export const kitLengths = ['short', 'medium', 'long'] as const;

/** A text as it can be pasted, counted as its network counts; limit 0: none. */
export interface KitPost {
  text: string;
  length: number;
  limit: number;
  /** A producer's wording. */
  isOwn: boolean;
}

/** What is to be shared, as it was chosen; without a script every choice is a request of its own. */
export interface KitShareView {
  network: KitNetwork;
  tone: (typeof kitTones)[number];
  length: (typeof kitLengths)[number];
  isDated: boolean;
  /** By network, then by `tone-length`. */
  texts: Record<Network, Record<string, KitPost>>;
  mailSubject: string;
  blog: { html: string; markdown: string; plain: string; embed: string };
  /** Absolute, with the guest's `via` where it counts. */
  link: string;
  short: string;
  /** What places that show links are given. */
  title: string;
  titleLang: string;
  card: ShareImage | undefined;
  /** The same picture to keep. */
  image: { href: string; name: string } | undefined;
}

/** One file, or one that is still being made. */
export interface KitFile {
  label: string;
  state: 'ready' | 'making' | 'failed';
  href: string;
  name: string;
  /** `1080 × 1080 · 312 kB`. */
  detail: string;
  picture: { href: string; width: number; height: number; alt: string } | undefined;
}

export interface KitFileGroup {
  title: string;
  files: KitFile[];
}

/** What only the guest in person sees and changes; the team's link has none of it (`ux:K-05`). */
export interface KitOwnView {
  /** As of the recording; empty: not told yet. */
  title: string;
  organisation: string;
  /** Sums; null: fewer than five. Undefined: counting is off (`ux:K-14`). */
  effect: Record<'visits' | 'plays' | 'shares', number | null> | undefined;
  hasMail: boolean;
  remindOn: string | null;
  /** The first and the last day that may be chosen. */
  days: [first: string, last: string];
  letters: { kind: 'proposals' | 'kit' | 'week'; isOn: boolean }[];
}

/** The page of `ux` 2.4. */
export interface KitPageView {
  releaseAt: Date | null;
  zone: string;
  isReleased: boolean;
  /** Whether the link answers now. */
  isReachable: boolean;
  /** Who declined or withdrew is offered nothing. */
  isClosed: boolean;
  /** Half a minute, below the secret. */
  sound: { after: string; before: string | undefined } | undefined;
  waiting: { quotes: number; clips: number; until: Date | null; rule: SilenceRule } | undefined;
  share: KitShareView;
  /** The other parts of its mini-series that have a page: links to them are in the kit as well (`ux` 1.6 d). */
  parts: { part: number | null; title: string; lang: string; href: string }[];
  files: KitFileGroup[];
  zip: string | undefined;
  disclaimers: { lang: 'fr' | 'en'; text: string }[];
  own: KitOwnView | undefined;
  showName: string;
  /** Where the show is written to. */
  contact: string;
  told: 'saved' | 'day' | undefined;
  /** A producer looks at what the guest sees (`ux` 4.11); nothing can be changed. */
  isLookedAt: boolean;
}
