import type { Key } from '#libs/messages';
import type { StepName, WorkState } from '../api/types';
import { useWords } from '../words/words';

const doing: Record<StepName, Key> = {
  receive: 'studio.step.receive',
  probe: 'studio.step.probe',
  analyse: 'studio.step.analyse',
  plan: 'studio.step.plan',
  render: 'studio.step.render',
  verify: 'studio.step.verify',
};

/** What a step does, in words a producer would use; the same everywhere. */
export function useStepWords(): (step: StepName, state: WorkState) => string {
  const { t } = useWords();
  return (step, state) => (state === 'waiting' ? t('studio.step.waiting') : t(doing[step]));
}
