import { Anchor, Group, Text } from '@mantine/core';
import { IconAlertOctagon, IconInfoCircle } from '@tabler/icons-react';
import { isKey } from '#libs/messages';
import { Link } from 'react-router';
import type { FeedAdvice } from '../../api/feed.calls';
import { useWords } from '../../words/words';
import classes from './feed.module.css';

interface Props {
  advice: readonly FeedAdvice[];
  showId: string;
  /** In the workspace of the episode that they are about; else a link leads there. */
  onJump?(field: string): void;
  onSilence?(id: FeedAdvice['id']): void;
}

/** What can be said against a feed, a line each, with the way to what mends it. */
export function AdviceList({ advice, showId, onJump, onSilence }: Props) {
  const { t } = useWords();
  const adviceWords = useAdviceWords();
  return (
    <ul className={`plain-list ${classes.advice}`}>
      {advice.map((line, i) => {
        const isBlocking = line.level === 'blocking';
        const Icon = isBlocking ? IconAlertOctagon : IconInfoCircle;
        return (
          <li key={`${line.id} ${line.episodeId ?? ''} ${i}`}>
            <Icon
              size={20}
              role="img"
              aria-label={isBlocking ? t('feed.level.blocking') : t('feed.level.advisory')}
              color={isBlocking ? 'var(--bad)' : 'var(--warn)'}
            />
            <div>
              {!onJump && isOther(line, advice[i - 1]) && <Text fw={600}>{line.title || t('feed.check.show')}</Text>}
              <Text>{adviceWords(line)}</Text>
              <Group gap="md">
                <Mend line={line} showId={showId} onJump={onJump} />
                {onSilence && line.silenceable && !line.episodeId && (
                  <Anchor component="button" type="button" onClick={() => onSilence(line.id)}>
                    {t('feed.advice.silence')}
                  </Anchor>
                )}
              </Group>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Named once for all that is said of it. */
function isOther(line: FeedAdvice, before: FeedAdvice | undefined): boolean {
  return !before || before.episodeId !== line.episodeId || before.title !== line.title || before.level !== line.level;
}

/** The sentence of a piece of advice. */
export function useAdviceWords(): (advice: { id: string; params: FeedAdvice['params'] }) => string {
  const { t } = useWords();
  return ({ id, params }) => {
    const key = `feed.advice.${id}`;
    return isKey(key) ? t(key, params) : id;
  };
}

/** Where each field of a show is mended. */
const places: Record<string, string> = { 'show.episodes': '', 'show.guid': '/settings' };

function Mend({ line, showId, onJump }: { line: FeedAdvice; showId: string; onJump?: Props['onJump'] }) {
  const { t } = useWords();
  const { field, episodeId } = line;
  if (field === 'feed') return null;
  if (field.startsWith('show.') || !episodeId) {
    const place = places[field] ?? `/settings#${field}`;
    return (
      <Anchor component={Link} to={`/shows/${showId}${place}`}>
        {t('feed.advice.mend')}
      </Anchor>
    );
  }
  if (onJump) {
    return (
      <Anchor component="button" type="button" onClick={() => onJump(field)}>
        {t('feed.advice.mend')}
      </Anchor>
    );
  }
  return (
    <Anchor component={Link} to={`/shows/${showId}/episodes/${episodeId}#field=${field}`}>
      {t('feed.advice.mend')}
    </Anchor>
  );
}
