import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { Link, useRouteError } from 'react-router';
import { PageTitle } from '../parts/page-title';
import { useWords } from '../words/words';

/** A screen of ours broke: what is safe and what to do; the details are for the console. */
export function CrashScreen() {
  const { t } = useWords();
  const error = useRouteError();
  useEffect(() => console.error(error), [error]);
  return (
    <Center mih="100dvh" p="lg">
      <Stack maw={460} align="flex-start" role="alert">
        <Title order={1}>{t('studio.crash.title')}</Title>
        <Text>{t('studio.crash.text')}</Text>
        <Button onClick={() => location.reload()}>{t('studio.crash.reload')}</Button>
      </Stack>
    </Center>
  );
}

export function NotFoundScreen() {
  const { t } = useWords();
  return (
    <Stack align="flex-start">
      <PageTitle title={t('studio.notFound.title')} />
      <Text maw={520}>{t('studio.notFound.text')}</Text>
      <Button component={Link} to="/">
        {t('studio.notFound.home')}
      </Button>
    </Stack>
  );
}
