import type { ConsentUse, EmployerLeak, EmployerNaming } from '#libs/catalog';
import type { Language, Region } from '#libs/kernel';

export const meSections = [
  'profile',
  'photo',
  'then',
  'disclaimer',
  'now',
  'settings',
  'consents',
  'correction',
  'team',
] as const;
export type MeSection = (typeof meSections)[number];

type PerLanguage = Record<Language, string>;

/** Everything on a guest's page about themselves. Fields hold what was sent where it was refused, so that nothing is lost. */
export interface GuestMeView {
  /** What was just done: `profile`, `then-asked`; undefined: nothing. */
  done?: string;
  /** What could not be saved: section, and sentences by field. */
  wrong?: { section: MeSection; fields: Readonly<Record<string, string>> };
  /** By which the page tells times. */
  zone: string;
  profile: {
    name: string;
    sortName: string;
    pronouns: string;
    pronunciation: string;
    fediverse: string;
    contact: string;
    links: { label: string; url: string }[];
    biographies: PerLanguage;
    isHidden: boolean;
    /** The public page's segment. */
    slug: string;
    hasPage: boolean;
  };
  photo: { key: string | null; width: number | null };
  onTheDay: {
    /** `YYYY-MM-DD`. */
    recordedOn: string | null;
    isReleased: boolean;
    titles: PerLanguage;
    disclaimers: PerLanguage;
    organisation: string;
    organisationUrl: string;
    employer: EmployerNaming;
    reason: string;
    leaks: EmployerLeak[];
    /** A correction of these that the producer has not decided yet. */
    asksSince: Date | null;
  };
  now: { title: string; organisation: string; organisationUrl: string; since: string; hidesNow: boolean };
  settings: { locale: Region; timeZone: string; zones: readonly string[]; mail: string };
  consents: {
    values: Partial<Record<ConsentUse, boolean>>;
    receipts: { at: Date; changed: readonly ConsentUse[]; values: Record<ConsentUse, boolean> }[];
    asksSince: Date | null;
    hasMail: boolean;
  };
  correction: { from: string; to: string; reason: string };
  corrections: {
    at: Date;
    kind: 'moment' | 'affiliation' | 'consent';
    state: 'open' | 'accepted' | 'refused';
    text: string;
    answer: string;
  }[];
  team: { address: string | null };
  events: { at: Date; what: string; actor: string; to: string }[];
}
