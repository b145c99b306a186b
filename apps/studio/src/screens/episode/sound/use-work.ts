import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { cancelRecording, retryRecording } from '../../../api/media.calls';
import { keys, queryClient } from '../../../api/queries';
import type { Episode, Revision } from '../../../api/types';
import { isUnderWay } from '../../../live/is-under-way';
import { useStepWords } from '../../../live/step-words';
import { announceProgress } from '../../../parts/announcer';
import { toSentence } from '../../../parts/error-note';
import { tellProblem } from '../../../parts/toast';
import { useWords } from '../../../words/words';

/** The work on a revision: cancel, retry from the failed step, and its step said to screen readers now and then. */
export function useWork(episode: Episode, revision: Revision) {
  const words = useWords();
  const stepWords = useStepWords();
  const act = useMutation({
    mutationFn: (what: 'retry' | 'cancel') =>
      (what === 'retry' ? retryRecording : cancelRecording)(episode.showId, episode.id),
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: keys.recording(episode.id) });
      void queryClient.invalidateQueries({ queryKey: keys.sound(episode.id) });
    },
    onError: (error) => tellProblem(toSentence(error, words)),
  });
  const isBusy = isUnderWay(revision.state);
  const sentence = stepWords(revision.step, revision.state);
  useEffect(() => {
    if (isBusy) announceProgress(sentence);
  }, [isBusy, sentence]);
  return { act, isBusy, sentence };
}
