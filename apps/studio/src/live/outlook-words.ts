import type { Revision } from '../api/types';
import { useWords } from '../words/words';

/** What is before it in the queue and how long it may take, as learnt from earlier jobs; empty when nothing is known. */
export function useOutlookWords(): (outlook: Revision['outlook']) => string {
  const { t } = useWords();
  return (outlook) => {
    if (!outlook) return '';
    const { ahead, estimate } = outlook;
    const words = ahead ? [t('studio.jobs.ahead', { n: ahead })] : [];
    if (estimate) {
      const minutes = Math.round(estimate.remainingMs / 60_000);
      const [h, n] = [Math.floor(minutes / 60), minutes % 60];
      words.push(
        minutes < 1
          ? t('studio.jobs.seconds')
          : h < 1
            ? t('studio.jobs.minutes', { n })
            : t('studio.jobs.hours', { h, n }),
      );
    }
    return words.join(', ');
  };
}
