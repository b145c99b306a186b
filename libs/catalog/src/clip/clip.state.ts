import type { Approval, ClipState } from './clip.entity.js';

/**
 * Where a clip stands after its answers: refused as soon as anybody refuses, approved when everybody who has to has
 * approved (`ux:K-23`). What nobody was asked about keeps its state.
 */
export function toClipState(
  state: ClipState,
  approvals: Record<string, Approval>,
  needed: readonly string[],
): ClipState {
  if (state === 'proposed' || state === 'picked') return state;
  const answers = needed.map((id) => approvals[id]?.answer);
  if (answers.includes('refused')) return 'refused';
  return answers.every((answer) => answer === 'approved') ? 'approved' : 'asked';
}

/** Who is heard and has to agree: all but those who make the show. */
export function whoMustAgree(
  personIds: readonly string[],
  appearances: readonly { personId: string; role: string }[],
): string[] {
  const makers = new Set(appearances.filter(({ role }) => role === 'host').map(({ personId }) => personId));
  return [...new Set(personIds)].filter((id) => !makers.has(id));
}
