import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { Episode } from '../../../api/types';
import { CopyField } from '../../../parts/copy-field';
import { useWords } from '../../../words/words';
import type { Act } from './act';

interface Props {
  episode: Episode;
  isBusy: boolean;
  onAct(act: Act): void;
}

/** It is out: where to see it, how to bring changes out, how to take it off the air. */
export function Published({ episode, isBusy, onAct }: Props) {
  const { t, dateTime } = useWords();
  const { pageUrl } = episode;
  return (
    <Stack gap="lg">
      <Text>{episode.publishedAt && t('studio.publish.since', { when: dateTime(episode.publishedAt) })}</Text>
      {episode.hasUnreleasedChanges && (
        <Stack gap="xs" align="flex-start">
          <Text fw={600}>{t('studio.publish.unreleased')}</Text>
          <Text className="soft">{t('studio.publish.unreleasedText')}</Text>
          <Button size="md" loading={isBusy} onClick={() => onAct({ do: 'update' })}>
            {t('studio.publish.update')}
          </Button>
        </Stack>
      )}
      <Stack gap={6}>
        {pageUrl.fr && <PageLink href={pageUrl.fr} label={t('studio.page.fr')} />}
        {pageUrl.en && <PageLink href={pageUrl.en} label={t('studio.page.en')} />}
      </Stack>
      <CopyField label={t('studio.feedAddress')} value={episode.feedUrl} />
      <Group>
        <Button variant="default" disabled={isBusy} onClick={() => onAct({ do: 'unpublish' })}>
          {t('studio.publish.unpublish')}
        </Button>
      </Group>
      <Text size="sm" className="soft">
        {t('studio.publish.unpublishHint')}
      </Text>
    </Stack>
  );
}

function PageLink({ href, label }: { href: string; label: string }) {
  return (
    <Anchor href={href} target="_blank" rel="noreferrer">
      {label} <IconExternalLink size={15} aria-hidden style={{ verticalAlign: -2 }} />
    </Anchor>
  );
}
