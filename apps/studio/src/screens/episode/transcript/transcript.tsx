import { Button, Group, Text } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { queryClient } from '../../../api/queries';
import { transcriptKeys, useTranscripts } from '../../../api/transcript.calls';
import type { Episode } from '../../../api/types';
import { ErrorNote } from '../../../parts/error-note';
import { Loading } from '../../../parts/loading';
import { useWords } from '../../../words/words';
import { Section } from '../section';
import { Refusals } from './refusals';
import { TextSource } from './text-source';
import { TranscriptCard } from './transcript-card';
import { useTranscriptAct } from './use-transcript-act';

/** What is said, a text per language: from a file or pasted, with its speakers, its checks and its files. */
export function Transcript({ episode }: { episode: Episode }) {
  const { t } = useWords();
  const at = { showId: episode.showId, episodeId: episode.id };
  const transcripts = useTranscripts(at);
  const act = useTranscriptAct(at, transcripts.data?.version ?? 0);
  const [isAdding, setAdding] = useState(false);
  useFresh(episode);
  const items = transcripts.data?.items ?? [];
  const isOpen = isAdding || items.length === 0;
  return (
    <Section id="transcript" title={t('studio.transcript.title')} hint={t('studio.transcript.hint')}>
      {transcripts.isPending && <Loading rows={1} height={96} />}
      {transcripts.isError && <ErrorNote error={transcripts.error} onRetry={() => void transcripts.refetch()} />}
      {items.length > 0 && <Refusals episode={episode} refusals={transcripts.data?.refusals ?? []} />}
      {items.map((item) => (
        <TranscriptCard
          key={item.lang}
          at={at}
          item={item}
          people={episode.working.people}
          problems={act.problemsOf(item.lang)}
          isBusy={act.isBusy}
          onSend={(source, timesOf) => act.send(item.lang, source, timesOf)}
          onSpeaker={(speaker, personId) => act.choose(item.lang, speaker, personId)}
          onRemove={() => act.remove(item.lang)}
        />
      ))}
      {act.error !== null && <ErrorNote error={act.error} />}
      {transcripts.data && isOpen && (
        <TextSource
          episode={episode}
          taken={items.map(({ lang }) => lang)}
          isBusy={act.isBusy}
          onSend={(lang, source, timesOf) => {
            act.send(lang, source, timesOf);
            setAdding(false);
          }}
        />
      )}
      {items.length > 0 && !isAdding && (
        <Group mt="md">
          <Button
            variant="default"
            leftSection={<IconLanguage size={17} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('studio.transcript.another')}
          </Button>
        </Group>
      )}
      {act.isBusy && (
        <Text size="sm" className="soft" mt="xs" role="status">
          {t('studio.transcript.reading')}
        </Text>
      )}
    </Section>
  );
}

/** Speakers are found among the people, and times follow the sound: when these change, the texts are read anew. */
function useFresh({ id, working: { versions, revisionId, language } }: Episode): void {
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: transcriptKeys.list(id) });
  }, [id, versions.people, revisionId, language]);
}
