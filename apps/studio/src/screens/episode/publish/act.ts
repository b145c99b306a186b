import type { ScheduleForm } from '../../../api/episode.calls';
import { Problem } from '../../../api/problem';

/** What the producer decides about an episode. */
export type Act = { do: 'publish' | 'update' | 'unpublish' | 'unschedule' } | { do: 'schedule'; form: ScheduleForm };

/** A local time that does not exist or exists twice is answered beside its field, with the choices. */
export function isTimeProblem(error: unknown): error is Problem {
  return error instanceof Problem && (error.code === 'LOCAL_TIME_MISSING' || error.code === 'LOCAL_TIME_TWICE');
}
