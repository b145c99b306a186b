import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { deleteSeries, type Series } from '../../api/kinds.calls';
import { keys, queryClient, useSeries } from '../../api/queries';
import { Empty } from '../../parts/empty';
import { ErrorNote, toSentence } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { textOf } from '../../parts/text-of';
import { tell, tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';
import classes from '../home/home.module.css';
import { CopyFeed, useLoadedShow } from '../show/show.layout';
import showClasses from '../show/show.module.css';
import { SeriesDialog } from './series-dialog';

/** The mini-series of a show: episodes told in parts, each series with a feed of its own. */
export function SeriesScreen() {
  const words = useWords();
  const { t, language } = words;
  const show = useLoadedShow();
  const series = useSeries(show.id);
  const [edited, setEdited] = useState<Series | 'new' | null>(null);
  const mayChange = show.role !== 'editor' && show.role !== 'moderator';
  const refresh = () => queryClient.invalidateQueries({ queryKey: keys.series(show.id) });
  const remove = async (each: Series, name: string) => {
    try {
      await deleteSeries(show.id, each.id);
      tell(t('kinds.series.deleted', { name }));
    } catch (error) {
      tellProblem(toSentence(error, words));
    }
    await refresh();
  };
  const create = mayChange && (
    <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setEdited('new')}>
      {t('kinds.series.new')}
    </Button>
  );
  return (
    <Stack maw={820}>
      {series.isPending && <Loading />}
      {series.isError && <ErrorNote error={series.error} onRetry={() => void series.refetch()} />}
      {series.data?.length === 0 && (
        <Empty title={t('kinds.series.none')} text={t('kinds.series.noneText')}>
          {create}
        </Empty>
      )}
      {series.data && series.data.length > 0 && (
        <>
          <Group justify="space-between">
            <Text className="soft" maw={520}>
              {t('kinds.series.text')}
            </Text>
            {create}
          </Group>
          <ul className={`plain-list ${classes.rows}`}>
            {series.data.map((each) => {
              const name = textOf(each.texts, language, 'name', each.slug);
              return (
                <li key={each.id} className={classes.row}>
                  <span className={classes.text}>
                    <strong>{name}</strong>
                    <span>
                      {each.parts === null
                        ? t('kinds.series.openEnd')
                        : t('kinds.series.partCount', { count: each.parts })}
                    </span>
                  </span>
                  <span className={showClasses.links}>
                    <CopyFeed url={each.feedUrl} />
                  </span>
                  {mayChange && (
                    <Group gap="xs">
                      <Button
                        size="sm"
                        variant="default"
                        onClick={() => setEdited(each)}
                        aria-label={t('kinds.series.editNamed', { name })}
                      >
                        {t('kinds.edit')}
                      </Button>
                      <Button
                        size="sm"
                        variant="default"
                        onClick={() => void remove(each, name)}
                        aria-label={t('kinds.series.deleteNamed', { name })}
                      >
                        {t('kinds.delete')}
                      </Button>
                    </Group>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
      {edited && (
        <SeriesDialog
          showId={show.id}
          series={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(null)}
          onSaved={() => {
            setEdited(null);
            void refresh();
          }}
        />
      )}
    </Stack>
  );
}
