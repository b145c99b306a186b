import type { EpisodeView } from '../episode/episode.view.js';
import type { NamedShow } from '../show/show.view.js';

/** A person's page: who they are now, and every released appearance as they were then, newest first. */
export interface GuestView {
  id: string;
  slug: string;
  name: string;
  pronouns: string;
  /** How the name is said, in words. */
  pronunciation?: string;
  photoKey: string | null;
  photoWidth?: number | null;
  fediverse?: string;
  /** Where anybody may write: a mail address or a page; empty: nowhere. */
  contact?: string;
  /** Wants to be in no search engine and on no list. */
  isHidden?: boolean;
  links: { label: string; url: string }[];
  /** `saidOn`: the day on which it was last written, `YYYY-MM-DD`. */
  texts: { lang: string; biography: string; saidOn?: string | null }[];
  /** Current title and organisation, when the person still holds them. */
  now: { title: string; organisation: string; organisationUrl: string; since: string | null } | null;
  appearances: {
    episode: EpisodeView;
    show: NamedShow;
  }[];
}

/** What is at the address of a guest's page. */
export type GuestLookup = { kind: 'found'; guest: GuestView } | { kind: 'moved'; slug: string } | { kind: 'missing' };
