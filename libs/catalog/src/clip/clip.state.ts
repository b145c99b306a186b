import type { ReviewRules } from '../review/review-rules.js';
import type { Approval, Clip, ClipState } from './clip.entity.js';

/**
 * Where a clip stands: refused as soon as anybody refuses; approved when everybody who has to has agreed (`ux:K-23`),
 * or when nobody is asked (`ux:K-22`); else with them, or waiting to be asked.
 */
export function toStanding(
  { state, approvals, askedAt }: Pick<Clip, 'state' | 'approvals' | 'askedAt'>,
  needed: readonly string[],
  { approval }: Pick<ReviewRules, 'approval'>,
): ClipState {
  if (state === 'proposed') return state;
  const answers = needed.map((id) => approvals[id]?.answer);
  if (answers.includes('refused')) return 'refused';
  if (approval === 'none' || answers.every((answer) => answer === 'approved')) return 'approved';
  return askedAt ? 'asked' : 'picked';
}

/** Who is heard and has to agree: all but those who make the show. */
export function whoMustAgree(
  personIds: readonly string[],
  appearances: readonly { personId: string; role: string }[],
): string[] {
  const makers = new Set(appearances.filter(({ role }) => role === 'host').map(({ personId }) => personId));
  return [...new Set(personIds)].filter((id) => !makers.has(id));
}

/** Where nobody is named every guest may be heard, and none is passed over (`ux:K-23`). */
export function whoIsNamed(
  personIds: readonly string[],
  appearances: readonly { personId: string; role: string }[],
): string[] {
  const all = appearances.map(({ personId }) => personId);
  return personIds.length > 0 ? [...personIds] : whoMustAgree(all, appearances);
}

/** The answers with one person's beside them; another one replaces it. */
export function withAnswer(
  approvals: Record<string, Approval>,
  personId: string,
  approval: Approval,
): Record<string, Approval> {
  return { ...approvals, [personId]: approval };
}
