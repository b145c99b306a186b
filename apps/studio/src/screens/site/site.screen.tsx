import { Anchor, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useSite } from '../../api/site.calls';
import { ErrorNote } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { PageTitle } from '../../parts/page-title';
import { useWords } from '../../words/words';
import { SiteForm } from './site-form';

/** What holds for the whole site: its name, its languages, what its operator says. For the instance's owner. */
export function SiteScreen() {
  const { t, language } = useWords();
  const site = useSite();
  if (site.isPending) return <Loading rows={4} />;
  if (site.isError) return <ErrorNote error={site.error} onRetry={() => void site.refetch()} />;
  return (
    <Stack maw={680} gap="xl">
      <div>
        <PageTitle title={t('site.studio.title')}>
          <Anchor href={site.data.pageUrl[language]} target="_blank" rel="noreferrer">
            {t('site.studio.view')} <IconExternalLink size={15} aria-hidden style={{ verticalAlign: -2 }} />
          </Anchor>
        </PageTitle>
        <Text className="soft">{t('site.studio.lead')}</Text>
      </div>
      <SiteForm key={site.data.version} site={site.data} />
    </Stack>
  );
}
