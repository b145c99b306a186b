import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useWords } from '../../../words/words';
import { useBoard } from './board';
import classes from './clips.module.css';

/** What films are made of, and whether it is there (`ux` 4.9). */
export function Needs() {
  const { t } = useWords();
  const { all } = useBoard();
  const needs = [
    { name: 'sound', isThere: all.durationMs !== null },
    { name: 'transcript', isThere: all.transcriptLang !== null },
    { name: 'font', isThere: true },
    { name: 'disk', isThere: all.hasRoom },
  ] as const;
  return (
    <ul className={classes.needs} aria-label={t('clip.screen.needs')}>
      {needs.map(({ name, isThere }) => {
        const Icon = isThere ? IconCircleCheck : IconAlertTriangle;
        return (
          <li key={name}>
            <Icon size={16} aria-hidden color={isThere ? 'var(--good)' : 'var(--warn)'} />
            {t('clip.screen.stateOf', {
              what: t(`clip.screen.needs.${name}`),
              state: isThere
                ? t('clip.screen.needs.ready', { what: name })
                : name === 'transcript'
                  ? t('clip.screen.needs.noTranscript')
                  : t('clip.screen.needs.missing', { what: name }),
            })}
          </li>
        );
      })}
    </ul>
  );
}
