import { Anchor, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useShows } from '../../api/queries';
import { Cover } from '../../parts/cover';
import { Empty } from '../../parts/empty';
import { ErrorNote } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { PageTitle } from '../../parts/page-title';
import { textOf } from '../../parts/text-of';
import { useWords } from '../../words/words';
import classes from './show.module.css';

export function ShowsScreen() {
  const { t, language } = useWords();
  const shows = useShows();
  const create = (
    <Button component={Link} to="/shows/new" leftSection={<IconPlus size={17} aria-hidden />}>
      {t('studio.show.new')}
    </Button>
  );
  return (
    <>
      <PageTitle title={t('studio.nav.shows')}>
        {shows.data && shows.data.length > 0 && (
          <>
            <Button component={Link} to="/import" variant="default">
              {t('studio.import.menu')}
            </Button>
            {create}
          </>
        )}
      </PageTitle>
      {shows.isPending && <Loading />}
      {shows.isError && <ErrorNote error={shows.error} onRetry={() => void shows.refetch()} />}
      {shows.data?.length === 0 && (
        <Empty title={t('studio.show.none')} text={t('studio.show.noneText')}>
          {create}
          <Anchor component={Link} to="/import">
            {t('studio.import.firstAction')}
          </Anchor>
        </Empty>
      )}
      <ul className={`plain-list ${classes.grid}`}>
        {shows.data?.map((show) => {
          const title = textOf(show.texts, language, 'title', show.slug);
          return (
            <li key={show.id}>
              <Link to={`/shows/${show.id}`} className={classes.card}>
                <Cover url={show.cover?.url} name={title} size={88} />
                <span className={classes.cardText}>
                  <strong className="clamp">{title}</strong>
                  <span>{t('studio.show.counts', show.counts)}</span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}
