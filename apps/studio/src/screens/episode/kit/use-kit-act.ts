import { useState } from 'react';
import type { At } from '../../../api/clip.calls';
import { refreshKits } from '../../../api/kit.calls';
import { Problem } from '../../../api/problem';
import { toSentence } from '../../../parts/error-note';
import { tell, tellProblem } from '../../../parts/toast';
import { useWords } from '../../../words/words';

export type KitAct = (work: () => Promise<unknown>, done?: string) => Promise<boolean>;

/** One change after the other: what changed is read again, a refusal is told in the server's words. */
export function useKitAct(at: At): { act: KitAct; isBusy: boolean } {
  const words = useWords();
  const [isBusy, setBusy] = useState(false);
  const act: KitAct = async (work, done) => {
    setBusy(true);
    try {
      await work();
      await refreshKits(at);
      if (done) tell(done);
      return true;
    } catch (error) {
      // The first field's own sentence says more than the form's.
      const field = error instanceof Problem ? error.fields[0]?.message : undefined;
      tellProblem(field ?? toSentence(error, words));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { act, isBusy };
}
