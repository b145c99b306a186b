import { cleanLine, cleanText, type FieldProblem } from '#libs/kernel';
import type { EmployerNaming } from '../episode/appearance.entity.js';
import type { AppearancePatch } from '../guest-link/own-appearance.js';
import type { ConsentUse } from '../guest-link/guest-link.entity.js';

/** Title and employer of one appearance, as of the recording. */
export interface Affiliated {
  organisation: string;
  organisationUrl: string;
  employer: EmployerNaming;
  titles: { lang: string; title: string }[];
}

/** What is asked for, by kind. Times are of the finished sound. */
export type CorrectionBody =
  | { kind: 'moment'; startMs: number | null; endMs: number | null; reason: string }
  | { kind: 'affiliation'; before: Affiliated; after: Affiliated; reason: string }
  | { kind: 'consent'; before: Partial<Record<ConsentUse, boolean>>; after: Record<ConsentUse, boolean> };

export const reasonMax = 2_000;

export function findCorrectionProblems(body: CorrectionBody): FieldProblem[] {
  if (body.kind === 'consent') return [];
  const { reason } = body;
  const tooLong = reason.length > reasonMax;
  const problems: FieldProblem[] = tooLong
    ? [{ path: 'reason', message: 'error.field.tooLong', params: { n: reasonMax } }]
    : [];
  if (body.kind === 'affiliation') return problems;
  const { startMs, endMs } = body;
  if (cleanText(reason) === '') problems.push({ path: 'reason', message: 'error.field.required' });
  if (startMs !== null && endMs !== null && endMs < startMs) {
    problems.push({ path: 'end', message: 'error.field.guest.timeOrder' });
  }
  return problems;
}

/** What an accepted correction writes into the appearance. */
export function toAppearancePatch({ organisation, organisationUrl, employer, titles }: Affiliated): AppearancePatch {
  return {
    ...{ organisation: cleanLine(organisation), organisationUrl, employer },
    texts: titles.map(({ lang, title }) => ({ lang, title: cleanLine(title) })),
  };
}
