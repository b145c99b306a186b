import type { Proposals } from './episode-copy.entity.js';
import type { DraftPlan } from './draft.plan.js';
import type { ChapterView } from './episode.view.js';

/** A draft as far as the probe may still correct it. */
export interface Correctable {
  title: string;
  summary: string;
  number: number | null;
  recordedOn: string | null;
  chapters: readonly ChapterView[];
  peopleCount: number;
  proposals: Proposals;
  versions: Record<string, number>;
}

/** What the tags in the finished file say better than the browser's first look; absent fields stay. */
export type Correction = Partial<
  Pick<DraftPlan, 'title' | 'summary' | 'number' | 'recordedOn' | 'chapters' | 'guestIds' | 'names'>
> & {
  proposals: Proposals;
};

const groupOf = {
  title: 'texts',
  summary: 'texts',
  number: 'basics',
  recordedOn: 'basics',
  chapters: 'chapters',
} as const;

/**
 * Takes over what came from the file's tags, but only where nobody has been: a field whose proposal is still open, or
 * an empty one of a group that was never saved.
 */
export function planCorrection(draft: Correctable, plan: DraftPlan): Correction {
  const correction: Correction = { proposals: { ...draft.proposals } };
  const isUntouched = (field: string, group: string, isEmpty: boolean) =>
    field in draft.proposals || (isEmpty && draft.versions[group] === 1);
  for (const field of ['title', 'summary', 'number', 'recordedOn', 'chapters'] as const) {
    const present = draft[field];
    const isEmpty = present === null || present.toString() === '';
    if (plan.proposals[field] !== 'tags' || !isUntouched(field, groupOf[field], isEmpty)) continue;
    Object.assign(correction, { [field]: plan[field] });
    correction.proposals[field] = 'tags';
  }
  if (plan.proposals['people'] === 'tags' && isUntouched('people', 'people', draft.peopleCount === 0)) {
    Object.assign(correction, { guestIds: plan.guestIds, names: plan.names });
    correction.proposals['people'] = 'tags';
  }
  return correction;
}
