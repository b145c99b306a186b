import { useState } from 'react';
import { type At, type Highlights, keepHighlights } from '../../../api/clip.calls';
import { tellProblem } from '../../../parts/toast';
import { toSentence } from '../../../parts/error-note';
import { useWords } from '../../../words/words';

export type Act = (work: () => Promise<Highlights>, done?: (all: Highlights) => void) => Promise<boolean>;

/** One change after the other; what the server answers is what is shown, and a refusal is told in its words. */
export function useHighlightsAct(at: At): { act: Act; isBusy: boolean } {
  const words = useWords();
  const [isBusy, setBusy] = useState(false);
  const act: Act = async (work, done) => {
    setBusy(true);
    try {
      const all = keepHighlights(at, await work());
      done?.(all);
      return true;
    } catch (error) {
      tellProblem(toProblemSentence(error) ?? toSentence(error, words));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { act, isBusy };
}

/** The first field's own sentence says more than the form's. */
function toProblemSentence(error: unknown): string | undefined {
  const fields = (error as { fields?: { message?: string; detail?: string }[] }).fields;
  return fields?.[0]?.message ?? fields?.[0]?.detail;
}
