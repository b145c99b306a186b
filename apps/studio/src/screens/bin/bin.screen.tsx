import { Button } from '@mantine/core';
import { restoreEpisode } from '../../api/episode.calls';
import { restoreShow } from '../../api/show.calls';
import { refreshCatalog, useBin } from '../../api/queries';
import type { BinItem } from '../../api/types';
import { Empty } from '../../parts/empty';
import { ErrorNote, toSentence } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { PageTitle } from '../../parts/page-title';
import { tell, tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';
import classes from '../home/home.module.css';

/** What was deleted rests here for thirty days and can be brought back. */
export function BinScreen() {
  const words = useWords();
  const { t, ago } = words;
  const bin = useBin();
  const restore = async ({ kind, id, showId, title }: BinItem) => {
    try {
      await (kind === 'show' ? restoreShow(id) : restoreEpisode(showId, id));
      refreshCatalog();
      tell(t('studio.bin.restored', { title }));
    } catch (error) {
      tellProblem(toSentence(error, words));
    }
  };
  const daysLeft = (purgeAt: string) => Math.max(0, Math.ceil((Date.parse(purgeAt) - Date.now()) / 86_400_000));
  return (
    <>
      <PageTitle title={t('studio.nav.bin')} />
      {bin.isPending && <Loading />}
      {bin.isError && <ErrorNote error={bin.error} onRetry={() => void bin.refetch()} />}
      {bin.data?.length === 0 && <Empty title={t('studio.bin.empty')} text={t('studio.bin.emptyText')} />}
      {bin.data && bin.data.length > 0 && (
        <ul className={`plain-list ${classes.rows}`}>
          {bin.data.map((item) => (
            <li key={item.id} className={classes.row}>
              <span className={classes.text}>
                <strong>{item.title || t('studio.episode.untitled')}</strong>
                <span>
                  {item.kind === 'show' ? t('studio.bin.show') : t('studio.bin.episode')} ·{' '}
                  {t('studio.bin.deleted', { when: ago(item.deletedAt) })} ·{' '}
                  {t('studio.bin.daysLeft', { n: daysLeft(item.purgeAt) })}
                </span>
              </span>
              <Button
                size="sm"
                variant="default"
                aria-label={t('studio.bin.restoreNamed', { title: item.title })}
                onClick={() => void restore(item)}
              >
                {t('studio.bin.restore')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
