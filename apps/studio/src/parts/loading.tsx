import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useWords } from '../words/words';

/** Grey rows in the shape of what comes. */
export function Loading({ rows = 3, height = 64 }: { rows?: number; height?: number }) {
  const { t } = useWords();
  return (
    <Stack gap="sm" aria-busy>
      <VisuallyHidden>{t('studio.loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, i) => (
        <Skeleton key={i} height={height} radius={12} />
      ))}
    </Stack>
  );
}
