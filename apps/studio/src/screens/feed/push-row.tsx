import { IconAlertTriangle, IconCheck, IconClock, IconPlayerSkipForward } from '@tabler/icons-react';
import type { FeedPush } from '../../api/feed-health.calls';
import { useWords } from '../../words/words';
import classes from './health.module.css';

const icons = { waiting: IconClock, sent: IconCheck, failed: IconAlertTriangle, dropped: IconPlayerSkipForward };

/** One message to one hub: what came of it, and in words what went wrong. */
export function PushRow({ push }: { push: FeedPush }) {
  const { t, ago, dateTime } = useWords();
  const { state, target, address, changes, tries, lastStatus, error } = push;
  const at = push.sentAt ?? push.triedAt ?? push.createdAt;
  const Icon = icons[state];
  const facts = [
    ...(changes > 1 ? [t('push.row.changes', { n: changes })] : []),
    ...(tries > 0 ? [t('push.row.tries', { n: tries })] : []),
    ...(lastStatus !== null && !error ? [t('push.row.answer', { status: String(lastStatus) })] : []),
  ];
  return (
    <li data-state={state}>
      <Icon size={18} aria-hidden />
      <div>
        <span>
          <strong>{t(`push.state.${state}`)}</strong> · {t(`push.target.${target}`)} ({hostOf(address)}) ·{' '}
          <time dateTime={at} title={dateTime(at)}>
            {ago(at)}
          </time>
        </span>
        {facts.length > 0 && <span className={`soft ${classes.small}`}>{facts.join(' · ')}</span>}
        {error && (
          <span className={classes.small}>
            {lastStatus === null ? t('push.row.unreachable') : t('push.row.refused', { status: String(lastStatus) })}
          </span>
        )}
      </div>
    </li>
  );
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
