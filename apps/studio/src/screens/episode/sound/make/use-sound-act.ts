import { useMutation } from '@tanstack/react-query';
import { keys, queryClient } from '../../../../api/queries';
import { Problem } from '../../../../api/problem';
import type { EpisodeSound } from '../../../../api/sound.types';
import type { Episode } from '../../../../api/types';
import { toSentence } from '../../../../parts/error-note';
import { tell, tellProblem } from '../../../../parts/toast';
import { useWords } from '../../../../words/words';
import { flushAll } from '../../autosave/save-states';

/** Something done with the sound as it is saved: saves first, then asks, then shows the answer everywhere. */
export function useSoundAct(episode: Episode) {
  const words = useWords();
  return useMutation({
    mutationFn: async ({ run }: { run(): Promise<EpisodeSound>; done?: string }) => {
      if (!(await flushAll())) throw new Problem(0, 'NOT_SAVED', words.t('studio.sound.notSaved'));
      return run();
    },
    onSuccess: (answer, { done }) => {
      queryClient.setQueryData(keys.sound(episode.id), answer);
      if (done) tell(done);
    },
    onSettled: () => {
      for (const queryKey of [
        keys.recording(episode.id),
        keys.episode(episode.id),
        keys.sound(episode.id),
        keys.jobs,
      ]) {
        void queryClient.invalidateQueries({ queryKey });
      }
    },
    onError: (error) => tellProblem(toSentence(error, words)),
  });
}
