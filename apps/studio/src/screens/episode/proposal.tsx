import { Button } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { ProposalSource } from '../../api/types';
import { useWords } from '../../words/words';
import classes from './episode.module.css';
import { useOpenProposal } from './open-proposals';

const sources = {
  tags: 'studio.proposal.tags',
  'file-name': 'studio.proposal.fileName',
  show: 'studio.proposal.show',
} as const;

interface Props {
  source: ProposalSource | undefined;
  /** What is proposed, for the buttons' names. */
  what: string;
  onAccept(): void;
  onDismiss(): void;
  children: ReactNode;
}

/**
 * A value that nobody has confirmed yet: dotted border and where it came from. Enter in a field accepts; typing
 * something else does too. Without a source it is just its content.
 */
export function Proposal({ source, what, onAccept, onDismiss, children }: Props) {
  const { t } = useWords();
  useOpenProposal(source !== undefined, onAccept);
  if (!source) return <>{children}</>;
  const press = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (event.key === 'Enter' && target.tagName === 'INPUT' && !event.defaultPrevented) onAccept();
  };
  return (
    <div className={classes.proposal} onKeyDown={press}>
      {children}
      <div className={classes.proposalFoot}>
        <span>
          <IconSparkles size={14} aria-hidden style={{ verticalAlign: -2 }} /> {t(sources[source])}
        </span>
        <Button
          size="compact-sm"
          variant="default"
          onClick={onAccept}
          aria-label={t('studio.proposal.acceptNamed', { what })}
        >
          {t('studio.proposal.accept')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={onDismiss}
          aria-label={t('studio.proposal.dismissNamed', { what })}
        >
          {t('studio.proposal.dismiss')}
        </Button>
      </div>
    </div>
  );
}
