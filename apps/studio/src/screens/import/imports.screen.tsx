import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { type Import, keepImport, lookAt, useImports } from '../../api/import.calls';
import { useShows } from '../../api/queries';
import { Problem } from '../../api/problem';
import { Empty } from '../../parts/empty';
import { ErrorNote } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { PageTitle } from '../../parts/page-title';
import { WorkStateBadge } from '../../parts/state-badge';
import { textOf } from '../../parts/text-of';
import { useWords } from '../../words/words';
import { Section } from '../home/section';
import home from '../home/home.module.css';

/** Where a podcast moves in: the address of its feed, and what has come so far. `?show=` fills one that is here. */
export function ImportsScreen() {
  const { t, language } = useWords();
  const [asked] = useSearchParams();
  const shows = useShows();
  const show = shows.data?.find(({ id }) => id === asked.get('show'));
  const imports = useImports();
  return (
    <>
      <PageTitle title={t('studio.import.title')} />
      <Stack maw={680} gap="lg">
        <Text>{t('studio.import.intro')}</Text>
        {show && (
          <Text fw={600}>{t('studio.import.into', { show: textOf(show.texts, language, 'title', show.slug) })}</Text>
        )}
        <AddressForm showId={asked.get('show') ?? undefined} known={asked.get('url') ?? ''} />
      </Stack>
      {imports.isPending && (
        <Stack mt={40}>
          <Loading />
        </Stack>
      )}
      {imports.isError && <ErrorNote error={imports.error} onRetry={() => void imports.refetch()} />}
      {imports.data?.length === 0 && (
        <Stack mt={40}>
          <Empty title={t('studio.import.noneTitle')} text={t('studio.import.noneText')} />
        </Stack>
      )}
      <Section title={t('studio.import.last')}>
        {imports.data?.map((each) => (
          <ImportRow key={each.id} found={each} />
        ))}
      </Section>
    </>
  );
}

function AddressForm({ showId, known }: { showId: string | undefined; known: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [url, setUrl] = useState(known);
  const look = useMutation({
    mutationFn: () => lookAt(url, showId),
    onSuccess: (found) => {
      keepImport(found);
      void navigate(`/import/${found.id}`);
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (url.trim()) look.mutate();
  };
  // What is wrong with the address stands beside it.
  const beside = look.error instanceof Problem && look.error.status === 422 ? look.error.detail : null;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          label={t('studio.import.url')}
          description={t('studio.import.urlHint')}
          type="url"
          inputMode="url"
          autoComplete="url"
          placeholder="https://"
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
          error={beside}
        />
        {look.error && !beside && <ErrorNote error={look.error} />}
        <Group>
          <Button type="submit" size="md" loading={look.isPending} disabled={!url.trim()}>
            {t('studio.import.look')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function ImportRow({ found }: { found: Import }) {
  const { t, ago, number } = useWords();
  const { id, sourceUrl, channel, state, step, counts, createdAt } = found;
  const total = counts.waiting + counts.running + counts.done + counts.failed;
  const far =
    step === 'copy' && total > 0
      ? t('studio.import.copying', { done: number(counts.done), total: number(total) })
      : sourceUrl;
  return (
    <Link to={`/import/${id}`} className={home.row}>
      <span className={home.text}>
        <strong className="clamp">{channel?.title || hostOf(sourceUrl)}</strong>
        <span className="clamp">{state === 'running' ? far : sourceUrl}</span>
      </span>
      <span className={home.side} style={{ paddingLeft: 0 }}>
        <WorkStateBadge state={state} />
        <span>{ago(createdAt)}</span>
      </span>
    </Link>
  );
}

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
