import { Divider, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useShowFeed } from '../../../api/queries';
import type { Show } from '../../../api/types';
import { ErrorNote } from '../../../parts/error-note';
import { Loading } from '../../../parts/loading';
import { useWords } from '../../../words/words';
import { SaveNote } from '../../episode/autosave/save-note';
import { forgetSaves } from '../../episode/autosave/save-states';
import classes from '../../../feed-fields/fields.module.css';
import { FeedForm } from './feed-form';

/** What the show's feed says beyond name, cover and category; each change is saved and in the feed by itself. */
export function ShowFeedPart({ show }: { show: Show }) {
  const { t } = useWords();
  const settings = useShowFeed(show.id);
  useEffect(() => forgetSaves, []);
  return (
    <>
      <Divider />
      <Stack gap="md" id="feed">
        <div>
          <div className={classes.head}>
            <Title order={2}>{t('studio.showFeed.title')}</Title>
            <SaveNote />
          </div>
          <Text className="soft" size="sm">
            {t('studio.showFeed.hint')}
          </Text>
        </div>
        {settings.isPending && <Loading rows={2} height={90} />}
        {settings.isError && <ErrorNote error={settings.error} onRetry={() => void settings.refetch()} />}
        {settings.data && <FeedForm show={show} settings={settings.data} />}
      </Stack>
    </>
  );
}
