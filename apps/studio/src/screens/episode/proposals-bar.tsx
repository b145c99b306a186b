import { Button } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import type { Episode } from '../../api/types';
import { useWords } from '../../words/words';
import classes from './episode.module.css';
import { acceptAllProposals } from './open-proposals';

/** How many values are proposed and not confirmed yet, and one button for all of them. */
export function ProposalsBar({ episode }: { episode: Episode }) {
  const { t } = useWords();
  const n = Object.keys(episode.working.proposals).length;
  if (n < 2) return null;
  return (
    <div className={classes.proposalsBar}>
      <span>
        <IconSparkles size={16} aria-hidden style={{ verticalAlign: -3 }} /> {t('studio.proposal.some', { n })}
      </span>
      <Button variant="default" size="sm" onClick={acceptAllProposals}>
        {t('studio.proposal.acceptAll')}
      </Button>
    </div>
  );
}
