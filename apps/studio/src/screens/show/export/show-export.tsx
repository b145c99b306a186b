import { Divider, Stack, Text, Title } from '@mantine/core';
import { useExports } from '../../../api/export.calls';
import type { Show } from '../../../api/types';
import { ErrorNote } from '../../../parts/error-note';
import { Loading } from '../../../parts/loading';
import { useWords } from '../../../words/words';
import { ArchiveRow } from './archive-row';
import { OrderForm } from './order-form';
import { ShowMovePart } from './show-move';

/** How a show leaves: everything in an archive, and the word that it has moved. For its owners. */
export function ShowExportPart({ show }: { show: Show }) {
  if (show.role !== 'owner' && show.role !== null) return null;
  return (
    <>
      <TakeOut show={show} />
      <ShowMovePart show={show} />
    </>
  );
}

function TakeOut({ show }: { show: Show }) {
  const { t } = useWords();
  const exports = useExports(show.id);
  return (
    <>
      <Divider />
      <Stack gap="md" id="export" component="section" aria-labelledby="export-title">
        <div>
          <Title order={2} id="export-title">
            {t('studio.export.title')}
          </Title>
          <Text className="soft" size="sm">
            {t('studio.export.text')}
          </Text>
        </div>
        <OrderForm show={show} />
        <Stack gap={0}>
          <Title order={3}>{t('studio.export.list')}</Title>
          {exports.isPending && <Loading rows={1} height={64} />}
          {exports.isError && <ErrorNote error={exports.error} onRetry={() => void exports.refetch()} />}
          {exports.data?.length === 0 && <Text className="soft">{t('studio.export.noneText')}</Text>}
          {exports.data && exports.data.length > 0 && (
            <ul className="plain-list">
              {exports.data.map((archive) => (
                <ArchiveRow key={archive.id} showId={show.id} archive={archive} />
              ))}
            </ul>
          )}
        </Stack>
      </Stack>
    </>
  );
}
