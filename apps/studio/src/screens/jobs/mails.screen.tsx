import { Accordion, Anchor, Text } from '@mantine/core';
import '@mantine/core/styles/Accordion.css';
import { useMails } from '../../api/queries';
import { Empty } from '../../parts/empty';
import { ErrorNote } from '../../parts/error-note';
import { Loading } from '../../parts/loading';
import { PageTitle } from '../../parts/page-title';
import { useWords } from '../../words/words';

/** Mails that were kept because no mail server is set: the owner reads them here and passes the links on. */
export function MailsScreen() {
  const { t, dateTime } = useWords();
  const mails = useMails();
  return (
    <>
      <PageTitle title={t('studio.mails.title')} />
      <Text className="soft" maw={620} mb="lg">
        {t('studio.mails.text')}
      </Text>
      {mails.isPending && <Loading />}
      {mails.isError && <ErrorNote error={mails.error} onRetry={() => void mails.refetch()} />}
      {mails.data?.length === 0 && <Empty title={t('studio.mails.none')} text={t('studio.mails.noneText')} />}
      <Accordion variant="separated" radius={12}>
        {mails.data?.map((mail) => {
          return (
            <Accordion.Item key={mail.id} value={mail.id}>
              <Accordion.Control>
                <Text fw={600}>{mail.subject}</Text>
                <Text size="sm" className="soft">
                  {[mail.to, dateTime(mail.sentAt)].filter(Boolean).join(' · ')}
                </Text>
              </Accordion.Control>
              <Accordion.Panel>
                <Text style={{ whiteSpace: 'pre-wrap' }}>{withLinks(mail.text)}</Text>
              </Accordion.Panel>
            </Accordion.Item>
          );
        })}
      </Accordion>
    </>
  );
}

/** Makes addresses in a plain text clickable. */
function withLinks(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, i) =>
    i % 2 ? (
      <Anchor key={i} href={part}>
        {part}
      </Anchor>
    ) : (
      part
    ),
  );
}
