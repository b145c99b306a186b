import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useWords } from '../../../words/words';

/** What apps want of chapters: three or more, the first at the start, ten seconds apart. Advice, never a block. */
export function Advice({ starts }: { starts: (number | undefined)[] }) {
  const { t } = useWords();
  const times = starts.filter((s): s is number => s !== undefined).sort((a, b) => a - b);
  if (times.length === 0) return null;
  const close = times.findIndex((at, i) => i > 0 && at - times[i - 1]! < 10_000);
  const remarks = [
    times[0] !== 0 && t('studio.chapters.firstAtZero'),
    times.length < 3 && t('studio.chapters.three'),
    close > 0 && t('studio.chapters.close', { n: close, m: close + 1 }),
  ].filter((remark) => remark !== false);
  return (
    <div style={{ marginTop: 12 }}>
      {remarks.length === 0 ? (
        <Text size="sm" c="var(--good)">
          <IconCheck size={15} aria-hidden style={{ verticalAlign: -2 }} /> {t('studio.chapters.good')}
        </Text>
      ) : (
        remarks.map((remark) => (
          <Text key={remark} size="sm" c="var(--warn)">
            <IconAlertTriangle size={15} aria-hidden style={{ verticalAlign: -2 }} /> {remark}
          </Text>
        ))
      )}
    </div>
  );
}
