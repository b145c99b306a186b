import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { cancelImport, type Import, keepImport, lookAt, retryImport, useImport } from '../../api/import.calls';
import { queryClient, refreshCatalog } from '../../api/queries';
import { announce } from '../../parts/announcer';
import { ErrorNote, toSentence } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { PageTitle } from '../../parts/page-title';
import { tell, tellProblem } from '../../parts/toast';
import { useWords } from '../../words/words';
import { Findings } from './findings';
import { hostOf } from './imports.screen';
import { Items } from './items';
import { OldHouse } from './old-house';
import { Problems } from './problems';
import { Start } from './start';
import { Tags } from './tags';

/** One import: what was found, the yes, how far the copying is, and what is to be done at the old host. */
export function ImportScreen() {
  const { importId = '' } = useParams();
  const found = useImport(importId);
  useFreshShows(found.data);
  if (found.isPending) return <Loading rows={4} />;
  if (found.isError) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  return <Loaded found={found.data} />;
}

function Loaded({ found }: { found: Import }) {
  const { channel, report, step, sourceUrl, showId } = found;
  const isStarted = step === 'make' || step === 'copy';
  return (
    <>
      <PageTitle title={channel?.title || hostOf(sourceUrl)}>
        <Actions found={found} />
      </PageTitle>
      <Stack gap="xl">
        <Text className="soft" style={{ overflowWrap: 'anywhere' }}>
          {sourceUrl}
        </Text>
        <Standing found={found} />
        {report && !isStarted && <Findings report={report} />}
        {report && <Problems problems={report.problems} isStarted={isStarted} />}
        {report && !isStarted && <Tags tags={report.tags} />}
        {step === 'decide' && found.state === 'needs-you' && <Start found={found} />}
        {isStarted && <Items found={found} />}
        {showId && isStarted && <OldHouse found={found} />}
      </Stack>
    </>
  );
}

/** How it stands, in one sentence, with a bar while it runs. */
function Standing({ found }: { found: Import }) {
  const { t, number } = useWords();
  const { state, step, counts, error } = found;
  const items = counts.waiting + counts.running + counts.done + counts.skipped + counts.failed;
  const isRunning = state === 'waiting' || state === 'running';
  if (isRunning && step === 'look') {
    const text = t('studio.import.lookingText', { n: items, number: number(items) });
    return <Running title={t('studio.import.looking')} text={text} share={null} />;
  }
  if (isRunning && step === 'make') return <Running title={t('studio.import.making')} share={null} text="" />;
  if (isRunning) return <Copying found={found} />;
  if (state === 'failed') {
    return (
      <Alert
        role="alert"
        variant="outline"
        icon={<IconAlertTriangle aria-hidden />}
        title={t('studio.import.failed')}
        maw={680}
      >
        {error?.message}
      </Alert>
    );
  }
  if (state === 'cancelled') {
    return (
      <Alert variant="outline" color="gray" title={t('studio.import.stopped')} maw={680}>
        {t('studio.import.stoppedText')}
      </Alert>
    );
  }
  return state === 'done' ? <Done found={found} /> : null;
}

function Running({ title, text, share }: { title: string; text: string; share: number | null }) {
  return (
    <Stack gap={6} maw={680} role="status">
      <Text fw={600}>{title}</Text>
      <Progress
        value={share === null ? 100 : share * 100}
        animated={share === null}
        striped={share === null}
        color="after"
        radius={0}
        aria-label={title}
      />
      {text && <Text className="soft">{text}</Text>}
    </Stack>
  );
}

function Copying({ found: { counts, bytesDone, bytesTotal } }: { found: Import }) {
  const { t, number, bytes } = useWords();
  const ended = counts.done + counts.failed;
  const total = ended + counts.waiting + counts.running;
  const share = bytesTotal > 0 ? Math.min(1, bytesDone / bytesTotal) : ended / Math.max(1, total);
  const volume = t('studio.import.bytes', { done: bytes(bytesDone), total: bytes(bytesTotal) });
  const title = t('studio.import.copying', { done: number(ended), total: number(total) });
  return <Running title={title} share={share} text={`${volume}. ${t('studio.import.copyingText')}`} />;
}

function Done({ found: { counts } }: { found: Import }) {
  const { t, number } = useWords();
  const failed =
    counts.failed > 0 && t('studio.import.doneFailed', { n: counts.failed, number: number(counts.failed) });
  const Icon = failed ? IconAlertTriangle : IconCheck;
  return (
    <Alert
      variant="outline"
      color={failed ? 'accent' : 'after'}
      icon={<Icon aria-hidden />}
      title={t('studio.import.done', { n: counts.done, number: number(counts.done) })}
      maw={680}
    >
      {failed}
    </Alert>
  );
}

function Actions({ found }: { found: Import }) {
  const words = useWords();
  const { t, number } = words;
  const navigate = useNavigate();
  const { id, state, step, counts, showId, sourceUrl } = found;
  const onError = (error: unknown) => tellProblem(toSentence(error, words));
  const retry = useMutation({ mutationFn: () => retryImport(id), onSuccess: keepImport, onError });
  const cancel = useMutation({
    mutationFn: () => cancelImport(id),
    onSuccess: (answer) => {
      keepImport(answer);
      tell(t('studio.import.cancelled'));
    },
    onError,
  });
  const again = useMutation({
    mutationFn: () => lookAt(sourceUrl, showId ?? undefined),
    onSuccess: (answer) => void navigate(`/import/${answer.id}`),
    onError,
  });
  const left = state === 'cancelled' ? counts.failed + counts.waiting + counts.running : counts.failed;
  const isRunning = state === 'waiting' || state === 'running';
  return (
    <Group gap="sm">
      {(isRunning || state === 'needs-you') && (
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
          {t('studio.import.cancel')}
        </Button>
      )}
      {step === 'copy' && left > 0 && state !== 'running' && (
        <Button loading={retry.isPending} onClick={() => retry.mutate()}>
          {t('studio.import.retryAll', { n: left, number: number(left) })}
        </Button>
      )}
      {step !== 'copy' && (state === 'failed' || state === 'cancelled') && (
        <Button loading={retry.isPending} onClick={() => retry.mutate()}>
          {t('studio.import.retry')}
        </Button>
      )}
      {state === 'done' && (
        <Button variant="default" loading={again.isPending} onClick={() => again.mutate()}>
          {t('studio.import.again')}
        </Button>
      )}
      {showId && (
        <Button component={Link} to={`/shows/${showId}`} variant="default">
          {t('studio.import.openShow')}
        </Button>
      )}
    </Group>
  );
}

/** The lists of shows and episodes follow, and the end is said aloud. */
function useFreshShows(found: Import | undefined): void {
  const { t, number } = useWords();
  const before = useRef<Import['state'] | undefined>(undefined);
  const state = found?.state;
  const done = found?.counts.done ?? 0;
  useEffect(() => {
    if (before.current === 'running' && state === 'done')
      announce(t('studio.import.done', { n: done, number: number(done) }));
    if (before.current !== state) {
      refreshCatalog();
      void queryClient.invalidateQueries({ queryKey: ['import-items'] });
    }
    before.current = state;
  }, [state, done, t, number]);
}
