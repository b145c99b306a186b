import type { Revision } from '../api/types';
import { useWords } from '../words/words';

/** What is before it in the queue and how long it may take, as learnt from earlier jobs; empty when nothing is known. */
export function useOutlookWords(): (work: Pick<Revision, 'outlook'>) => string {
  const { t } = useWords();
  return ({ outlook }) => {
    if (!outlook) return '';
    const { ahead, estimate } = outlook;
    const words = ahead ? [t('studio.jobs.ahead', { n: ahead })] : [];
    if (estimate) {
      const minutes = Math.round(estimate.remainingMs / 60_000);
      const [h, n] = [Math.floor(minutes / 60), minutes % 60];
      const key = minutes < 1 ? 'studio.jobs.seconds' : h < 1 ? 'studio.jobs.minutes' : 'studio.jobs.hours';
      words.push(t(key, { h, n }), t('studio.jobs.fromLast', { n: estimate.jobs }));
    }
    return words.join(', ');
  };
}
