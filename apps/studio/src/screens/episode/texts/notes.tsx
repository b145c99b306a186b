import { Anchor, Group, Loader, SegmentedControl, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { previewNotes } from '../../../api/episode.calls';
import type { Lang } from '../../../api/types';
import { ErrorNote } from '../../../parts/error-note';
import { useWords } from '../../../words/words';
import classes from '../episode.module.css';

interface Props {
  lang: Lang;
  value: string;
  error?: string;
  onChange(notes: string): void;
}

/** Show notes in Markdown, and how they will look, rendered and cleaned by the server as it will be published. */
export function Notes({ lang, value, error, onChange }: Props) {
  const { t } = useWords();
  const id = useId();
  const [view, setView] = useState<'write' | 'preview'>('write');
  return (
    <div>
      <Group justify="space-between" align="flex-end" mb={6}>
        <label htmlFor={id} style={{ fontWeight: 600 }}>
          {t('studio.texts.notes')}
        </label>
        <SegmentedControl
          size="xs"
          aria-label={t('studio.notes.view')}
          value={view}
          onChange={(next) => setView(next as typeof view)}
          data={[
            { value: 'write', label: t('studio.notes.write') },
            { value: 'preview', label: t('studio.notes.preview') },
          ]}
        />
      </Group>
      {view === 'write' ? (
        <Textarea
          id={id}
          lang={lang}
          autosize
          minRows={6}
          maxRows={24}
          value={value}
          onChange={(e) => onChange(e.currentTarget.value)}
          error={error}
        />
      ) : (
        <Preview markdown={value} lang={lang} />
      )}
      <Text size="sm" className="soft" mt={6}>
        {t('studio.notes.hint')}{' '}
        <Anchor href="https://commonmark.org/help/" target="_blank" rel="noreferrer" size="sm">
          Markdown
        </Anchor>
      </Text>
    </div>
  );
}

function Preview({ markdown, lang }: { markdown: string; lang: Lang }) {
  const { t } = useWords();
  const html = useQuery({
    queryKey: ['notes', markdown],
    queryFn: () => previewNotes(markdown),
    enabled: markdown.trim() !== '',
    staleTime: Infinity,
    gcTime: 60_000,
  });
  if (markdown.trim() === '') return <Text className="soft">{t('studio.notes.empty')}</Text>;
  if (html.isError) return <ErrorNote error={html.error} onRetry={() => void html.refetch()} />;
  if (!html.data) return <Loader size="sm" color="after" />;
  return <div className={classes.preview} lang={lang} dangerouslySetInnerHTML={{ __html: html.data.html }} />;
}
