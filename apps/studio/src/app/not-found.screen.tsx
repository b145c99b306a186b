import { Button, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { PageTitle } from '../parts/page-title';
import { useWords } from '../words/words';

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
