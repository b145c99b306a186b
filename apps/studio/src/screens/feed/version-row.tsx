import { Anchor, Badge, Button, Collapse, Group, Stack } from '@mantine/core';
import { IconCheck, IconChevronDown, IconChevronRight, IconClock, IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { compareVersion, feedKeys, type FeedVersion, versionUrl } from '../../api/feed.calls';
import { ErrorNote } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { useWords } from '../../words/words';
import { AppEffects } from './app-effects';
import { DiffView } from './diff-view';
import classes from './feed.module.css';

interface Props {
  showId: string;
  feedId: string;
  version: FeedVersion;
  onRestore?(): void;
}

/** One version: when, how long, and on demand what it changed. */
export function VersionRow({ showId, feedId, version, onRestore }: Props) {
  const { t, dateTime, bytes } = useWords();
  const [isOpen, setOpen] = useState(false);
  const when = dateTime(version.validFrom);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <li>
      <div className={classes.version}>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={isOpen}
          aria-controls={`changes-${version.id}`}
          onClick={() => setOpen(!isOpen)}
        >
          <Chevron size={18} aria-hidden />
          <span>
            <strong>{when}</strong>
            <span className="soft">
              {t('feed.items', { n: version.items })} · {bytes(version.bytes)}
            </span>
          </span>
        </button>
        <Group gap="sm" className={classes.versionSide}>
          <StateBadge version={version} />
          <Anchor
            href={versionUrl(showId, feedId, version.id)}
            download
            aria-label={`${t('feed.version.download')}: ${when}`}
          >
            {t('feed.version.download')}
          </Anchor>
          {onRestore && (
            <Button
              size="xs"
              variant="default"
              aria-label={`${t('feed.version.restore')}: ${when}`}
              onClick={() => onRestore()}
            >
              {t('feed.version.restore')}
            </Button>
          )}
        </Group>
      </div>
      <Collapse expanded={isOpen} id={`changes-${version.id}`}>
        {isOpen && <Changes showId={showId} feedId={feedId} versionId={version.id} />}
      </Collapse>
    </li>
  );
}

function StateBadge({ version: { state, restoredFrom } }: { version: FeedVersion }) {
  const { t, dateTime } = useWords();
  const look = { root: { borderColor: 'var(--line-strong)', textTransform: 'none', fontWeight: 600 } } as const;
  return (
    <>
      {state === 'served' && (
        <Badge styles={look} c="var(--good)" leftSection={<IconCheck size={13} aria-hidden />}>
          {t('feed.version.served')}
        </Badge>
      )}
      {state === 'planned' && (
        <Badge styles={look} c="var(--after)" leftSection={<IconClock size={13} aria-hidden />}>
          {t('feed.version.planned')}
        </Badge>
      )}
      {restoredFrom && (
        <Badge styles={look} c="var(--ink-soft)" leftSection={<IconHistory size={13} aria-hidden />}>
          {t('feed.version.restored', { when: dateTime(restoredFrom) })}
        </Badge>
      )}
    </>
  );
}

function Changes({ showId, feedId, versionId }: { showId: string; feedId: string; versionId: string }) {
  const comparison = useQuery({
    queryKey: feedKeys.version(versionId),
    queryFn: () => compareVersion(showId, feedId, versionId),
    staleTime: Infinity,
  });
  if (comparison.isPending) return <Loading rows={2} />;
  if (comparison.isError) return <ErrorNote error={comparison.error} onRetry={() => void comparison.refetch()} />;
  const { diff, effects, previous, version } = comparison.data;
  return (
    <Stack gap="lg" className={classes.changes}>
      <DiffView diff={diff} isFirst={previous === null} />
      {previous && <AppEffects effects={effects} isPast={version.state !== 'planned'} />}
    </Stack>
  );
}
