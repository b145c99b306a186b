import { VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconBulb, IconCircleCheck } from '@tabler/icons-react';
import type { PlatformChecks } from '../../../api/transcript.calls';
import { useWords } from '../../../words/words';
import classes from './platform-badges.module.css';

const platforms = ['apple', 'spotify', 'youtube'] as const;
type Standing = 'fine' | 'fineBut' | 'wantsChange';

const icons = { fine: IconCircleCheck, fineBut: IconBulb, wantsChange: IconAlertTriangle };

/** A badge for each platform, and below what it wants otherwise, each thing once with whoever wants it. */
export function PlatformBadges({ checks }: { checks: PlatformChecks }) {
  const { t } = useWords();
  return (
    <div className={classes.badges}>
      <ul className="plain-list">
        {platforms.map((platform) => {
          const standing = standingOf(checks[platform]);
          const Icon = icons[standing];
          return (
            <li key={platform} className={classes.badge} data-standing={standing}>
              <Icon size={16} aria-hidden />
              <span>{t(`platform.${platform}`)}</span>
              <VisuallyHidden>{t(`platform.${standing}`)}</VisuallyHidden>
            </li>
          );
        })}
      </ul>
      <Remarks checks={checks} />
    </div>
  );
}

function Remarks({ checks }: { checks: PlatformChecks }) {
  const { t } = useWords();
  const remarks = toRemarks(checks);
  if (remarks.length === 0) return null;
  return (
    <ul className={classes.remarks}>
      {remarks.map(({ message, isAdvice, who }) => (
        <li key={message} data-advice={isAdvice}>
          {who.length < platforms.length && (
            <strong>{t('platform.of', { names: who.map((each) => t(`platform.${each}`)).join(', ') })} </strong>
          )}
          {message}
        </li>
      ))}
    </ul>
  );
}

interface Remark {
  message: string;
  isAdvice: boolean;
  who: (typeof platforms)[number][];
}

/** What has to change first, then advice. */
function toRemarks(checks: PlatformChecks): Remark[] {
  const found = new Map<string, Remark>();
  for (const platform of platforms) {
    for (const { message, isAdvice } of checks[platform]) {
      const known = found.get(message);
      if (known) known.who.push(platform);
      else found.set(message, { message, isAdvice, who: [platform] });
    }
  }
  return [...found.values()].sort((a, b) => Number(a.isAdvice) - Number(b.isAdvice));
}

function standingOf(remarks: PlatformChecks['apple']): Standing {
  if (remarks.some(({ isAdvice }) => !isAdvice)) return 'wantsChange';
  return remarks.length > 0 ? 'fineBut' : 'fine';
}
