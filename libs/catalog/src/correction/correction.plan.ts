import type { ConsentUse } from '../guest-link/guest-link.entity.js';
import type { EmployerNaming } from '../episode/appearance.entity.js';

/** Title and employer of one appearance, as of the recording. */
export interface Affiliated {
  organisation: string;
  organisationUrl: string;
  employer: EmployerNaming;
  titles: { lang: string; title: string }[];
}

/** What is asked for, by kind. */
export type CorrectionBody =
  | { kind: 'moment'; startMs: number; endMs: number; reason: string }
  | { kind: 'affiliation'; before: Affiliated; after: Affiliated; reason: string }
  | { kind: 'consent'; before: Partial<Record<ConsentUse, boolean>>; after: Record<ConsentUse, boolean> };
