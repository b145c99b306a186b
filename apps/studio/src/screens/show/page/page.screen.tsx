import { Anchor, Divider, Group, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useShowPage } from '../../../api/site.calls';
import { ErrorNote } from '../../../parts/error-note';
import { Loading } from '../../../parts/loading';
import { useWords } from '../../../words/words';
import { useLoadedShow } from '../show.layout';
import { HostPart } from './host-part';
import { PageForm } from './page-form';

/** What the page of the show says to somebody who comes for the first time, and where it is. */
export function ShowPageScreen() {
  const show = useLoadedShow();
  const { t, language } = useWords();
  const settings = useShowPage(show.id);
  if (settings.isPending) return <Loading rows={4} />;
  if (settings.isError) return <ErrorNote error={settings.error} onRetry={() => void settings.refetch()} />;
  const { pageUrl, followUrl } = settings.data;
  return (
    <Stack maw={680} gap="xl">
      <div>
        <Text className="soft">{t('site.page.lead')}</Text>
        <Group gap="lg" mt="xs">
          <PageLink href={pageUrl[language]} label={t('site.page.view')} />
          <PageLink href={followUrl[language]} label={t('site.page.viewFollow')} />
        </Group>
      </div>
      <PageForm key={settings.data.version} show={show} settings={settings.data} />
      <Divider />
      <HostPart key={settings.data.host.name} show={show} settings={settings.data} />
    </Stack>
  );
}

function PageLink({ href, label }: { href: string; label: string }) {
  return (
    <Anchor href={href} target="_blank" rel="noreferrer">
      {label} <IconExternalLink size={15} aria-hidden style={{ verticalAlign: -2 }} />
    </Anchor>
  );
}
