import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Wordmark } from '../../app/wordmark';
import { PageTitle } from '../../parts/page-title';
import { useWords } from '../../words/words';
import classes from './entry-frame.module.css';

/** The frame of the screens before one is signed in: wordmark, one form, the choice of language. */
export function EntryFrame({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const { t, language, setRegion } = useWords();
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <Wordmark height={34} />
        <div className={classes.head}>
          <PageTitle title={title} />
          {text && <Text className="soft">{text}</Text>}
        </div>
        <Stack>{children}</Stack>
      </div>
      <Group justify="center">
        <SegmentedControl
          aria-label={t('studio.language')}
          value={language}
          onChange={(value) => setRegion(value === 'fr' ? 'fr-CA' : 'en-CA')}
          data={[
            { value: 'fr', label: <span lang="fr">Français</span> },
            { value: 'en', label: <span lang="en">English</span> },
          ]}
        />
      </Group>
    </main>
  );
}
