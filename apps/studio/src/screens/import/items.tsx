import { Button, Chip, Group, Progress, Title } from '@mantine/core';
import '@mantine/core/styles/Chip.css';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import {
  type Import,
  type ImportItem,
  type ItemState,
  keepImport,
  retryImport,
  useItems,
} from '../../api/import.calls';
import { ErrorNote, toSentence } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';
import classes from './import.module.css';

const states = ['running', 'waiting', 'done', 'failed', 'skipped'] as const;

/** The items of a feed and how each stands; what did not come can be tried again singly. */
export function Items({ found }: { found: Import }) {
  const { t, number } = useWords();
  const [state, setState] = useState<ItemState | ''>(found.counts.failed > 0 ? 'failed' : '');
  const [pages, setPages] = useState(1);
  const items = useItems(found, state, pages);
  const choices = states.filter((each) => found.counts[each] > 0);
  return (
    <section className={classes.wide}>
      <Title order={2} mb="sm">
        {t('studio.import.items')}
      </Title>
      <Chip.Group value={state} onChange={(value) => setState(value as ItemState | '')}>
        <Group gap="xs" mb="sm" role="radiogroup" aria-label={t('studio.import.filter')}>
          <Chip value="" size="sm">
            {t('studio.import.all')}
          </Chip>
          {choices.map((each) => (
            <Chip key={each} value={each} size="sm">
              {`${t(`studio.import.item.${each}`)} · ${number(found.counts[each])}`}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {items.isPending && <Loading />}
      {items.isError && <ErrorNote error={items.error} onRetry={() => void items.refetch()} />}
      <ul className={`plain-list ${classes.items}`}>
        {items.data?.map((item) => (
          <ItemRow key={item.id} item={item} found={found} />
        ))}
      </ul>
      {items.data && items.data.length >= pages * 100 && (
        <Button variant="default" size="xs" mt="sm" onClick={() => setPages(pages + 1)}>
          {t('studio.import.more')}
        </Button>
      )}
    </section>
  );
}

function ItemRow({ item, found }: { item: ImportItem; found: Import }) {
  const words = useWords();
  const { t, day, bytes } = words;
  const retry = useMutation({
    mutationFn: () => retryImport(found.id, item.id),
    onSuccess: keepImport,
    onError: (error) => tellProblem(toSentence(error, words)),
  });
  const { title, guid, state, error, problems, episodeId, bytesDone, bytesTotal, publishedAt } = item;
  const name = title || guid;
  const share = state === 'running' && bytesTotal ? Math.min(100, (bytesDone / bytesTotal) * 100) : null;
  return (
    <li>
      <div>
        {episodeId && found.showId ? (
          <Link to={`/shows/${found.showId}/episodes/${episodeId}`}>
            <strong className="clamp">{name}</strong>
          </Link>
        ) : (
          <strong className="clamp">{name}</strong>
        )}
        {error && <small className={state === 'failed' ? classes.bad : undefined}>{error.message}</small>}
        {state === 'done' &&
          problems
            .filter(({ code }) => code !== 'HTTP_MEDIA')
            .map(({ code, message }) => <small key={code}>{message}</small>)}
        {share !== null && (
          <Progress value={share} color="after" size="sm" radius={0} mt={4} maw={420} aria-label={name} />
        )}
      </div>
      <span className={classes.side}>
        {publishedAt && <span>{day(publishedAt.slice(0, 10))}</span>}
        {bytesDone > 0 && <span className={classes.number}>{bytes(bytesDone)}</span>}
        <span>{t(`studio.import.item.${state}`)}</span>
        {state === 'failed' && (
          <Button
            size="xs"
            variant="default"
            loading={retry.isPending}
            onClick={() => retry.mutate()}
            aria-label={t('studio.import.retryItem', { title: name })}
          >
            {t('studio.import.retry')}
          </Button>
        )}
      </span>
    </li>
  );
}
