import { Button, Progress, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { arrangeFiles } from '../../../api/files.calls';
import type { Episode, EpisodeFile } from '../../../api/types';
import { tell } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import { ClashDialog } from '../autosave/clash-dialog';
import { useGroup } from '../autosave/use-group';
import { Section } from '../section';
import { moveRow } from '../takeaways/takeaway-rows';
import { FileRow } from './file-row';
import { useSending } from './use-sending';

interface FilesValue {
  files: EpisodeFile[];
}

/** Slides, documents and pictures beside the sound: sent, named in both languages, put in order, taken out and had back. */
export function Files({ episode }: { episode: Episode }) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const group = useGroup<FilesValue>({
    group: 'files',
    episode,
    read: (copy) => ({ files: copy.files }),
    save: (version, { files }) => arrangeFiles(episode.showId, episode.id, version, files.map(toForm)),
  });
  const { files } = group.value;
  const sending = useSending(episode);
  const put = (next: EpisodeFile[]) => group.set({ files: next });
  const remove = (file: EpisodeFile) => {
    put(files.filter(({ id }) => id !== file.id));
    tell(t('studio.files.removed', { name: file.name }), {
      label: t('studio.files.undo'),
      run: () => put(files),
    });
  };
  return (
    <Section id="files" title={t('studio.files.title')} hint={t('studio.files.hint')}>
      {files.length === 0 && !sending.now && <Text className="soft">{t('studio.files.none')}</Text>}
      <ul className="plain-list">
        {files.map((file, i) => (
          <FileRow
            key={file.id}
            file={file}
            isFirst={i === 0}
            isLast={i === files.length - 1}
            onChange={(labels) => put(files.map((each) => (each.id === file.id ? { ...each, labels } : each)))}
            onMove={(by) => put(moveRow(files, i, i + by))}
            onRemove={() => remove(file)}
          />
        ))}
      </ul>
      {sending.now && (
        <div>
          <Text size="sm">
            {t('studio.files.sending', { name: sending.now.name, share: Math.round(sending.now.share * 100) })}
          </Text>
          <Progress value={sending.now.share * 100} size="sm" color="after" aria-label={sending.now.name} />
        </div>
      )}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".pdf,.png,.jpg,.jpeg,.webp,.epub,.odp"
        onChange={(e) => {
          void sending.send([...(e.currentTarget.files ?? [])]);
          e.currentTarget.value = '';
        }}
      />
      <Button
        mt="md"
        variant="default"
        leftSection={<IconPaperclip size={17} aria-hidden />}
        disabled={sending.now !== null || files.length >= 20}
        onClick={() => input.current?.click()}
      >
        {t('studio.files.add')}
      </Button>
      {episode.state === 'published' && episode.hasUnreleasedChanges && files.length > 0 && (
        <Text size="sm" className="soft" mt="xs">
          {t('studio.files.waits')}
        </Text>
      )}
      <ClashDialog
        clash={group.clash}
        label={() => t('studio.files.title')}
        show={(_, value) => value.files.map(({ name }) => name).join('\n')}
      />
    </Section>
  );
}

function toForm({ id, labels }: EpisodeFile) {
  return { id, labels: labels as { lang: 'en' | 'fr'; text: string }[] };
}
