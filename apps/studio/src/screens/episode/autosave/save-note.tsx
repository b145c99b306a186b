import { IconAlertTriangle, IconCheck, IconCloudOff, IconLoader } from '@tabler/icons-react';
import { useWords } from '../../../words/words';
import { useSaveSummary } from './save-states';
import classes from '../episode.module.css';

/** The one place that says whether what was typed is safe. */
export function SaveNote() {
  const { t, time } = useWords();
  const { state, savedAt } = useSaveSummary();
  const [Icon, text] =
    state === 'saving'
      ? [IconLoader, t('studio.save.saving')]
      : state === 'offline'
        ? [IconCloudOff, t('studio.save.offline')]
        : state === 'problem'
          ? [IconAlertTriangle, t('studio.save.problem')]
          : state === 'conflict'
            ? [IconAlertTriangle, t('studio.save.conflict')]
            : [IconCheck, savedAt ? t('studio.save.savedAt', { time: time(savedAt) }) : t('studio.save.saved')];
  return (
    <span className={classes.saveNote} data-state={state} role="status">
      <Icon size={16} aria-hidden /> {text}
    </span>
  );
}
