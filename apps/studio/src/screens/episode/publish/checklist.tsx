import { Anchor, Title } from '@mantine/core';
import { IconAlertOctagon, IconInfoCircle } from '@tabler/icons-react';
import { isKey } from '#libs/messages';
import { Link } from 'react-router';
import type { Blocker, Episode } from '../../../api/types';
import { useWords } from '../../../words/words';
import classes from '../episode.module.css';
import type { AdviceLine } from './advice';

interface Props {
  kind: 'blocking' | 'advisory';
  episode: Episode;
  lines: readonly (Blocker | AdviceLine)[];
  onJump(field: string): void;
}

/** Lines that each lead to the field that mends them. */
export function Checklist({ kind, episode, lines, onJump }: Props) {
  const { t } = useWords();
  const Icon = kind === 'blocking' ? IconAlertOctagon : IconInfoCircle;
  const words = (line: Blocker | AdviceLine) => {
    if ('word' in line) return t(line.word);
    const key = `error.blocker.${line.code}`;
    return isKey(key) ? t(key) : line.code;
  };
  return (
    <section>
      <Title order={3} mb={4}>
        {kind === 'blocking' ? t('studio.publish.blocking') : t('studio.publish.advisory')}
      </Title>
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line.field + words(line)} className={classes.check}>
            <Icon size={18} aria-hidden color={kind === 'blocking' ? 'var(--bad)' : 'var(--warn)'} />
            {line.field.startsWith('show.') || (line.field === 'cover' && kind === 'blocking') ? (
              <Anchor component={Link} to={`/shows/${episode.showId}/settings`}>
                {words(line)}
              </Anchor>
            ) : (
              <Anchor component="button" type="button" onClick={() => onJump(line.field)}>
                {words(line)}
              </Anchor>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
