import { useMutation } from '@tanstack/react-query';
import { cancelJob, retryJob } from '../../api/media.calls';
import { keys, queryClient } from '../../api/queries';
import type { Job } from '../../api/types';
import { isUnderWay } from '../../live/is-under-way';
import { announce } from '../../parts/announcer';
import { toSentence } from '../../parts/error-note';
import { tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';

export type JobVerb = 'retry' | 'cancel';

/** What can be done about a job by hand; null: nothing. */
export function verbOf({ state }: Pick<Job, 'state'>): JobVerb | null {
  if (isUnderWay(state)) return 'cancel';
  return state === 'failed' || state === 'cancelled' ? 'retry' : null;
}

/** What a job is called: its episode, or its file where there is no title yet. */
export const titleOf = ({ episodeTitle, originalName }: Job): string => episodeTitle || originalName;

/** Tries jobs again or stops them; the list is fresh afterwards, and is said aloud. */
export function useJobAct() {
  const words = useWords();
  return useMutation({
    mutationFn: async ({ verb, jobs }: { verb: JobVerb; jobs: readonly Job[] }) => {
      for (const { recordingId } of jobs) {
        queryClient.setQueryData(keys.jobs, await (verb === 'retry' ? retryJob : cancelJob)(recordingId));
      }
    },
    onSuccess: (_, { verb, jobs }) => {
      const said = verb === 'retry' ? 'studio.jobs.retried' : 'studio.jobs.stopped';
      announce(words.t(said, { title: jobs.map(titleOf).join(', ') }));
    },
    onSettled: (_, __, { jobs }) => {
      for (const { episodeId } of jobs) {
        if (episodeId) void queryClient.invalidateQueries({ queryKey: keys.recording(episodeId) });
      }
    },
    onError: (error) => {
      void queryClient.invalidateQueries({ queryKey: keys.jobs });
      tellProblem(toSentence(error, words));
    },
  });
}
