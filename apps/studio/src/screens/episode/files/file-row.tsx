import { Anchor, Group, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import type { EpisodeFile, Lang } from '../../../api/types';
import { Act } from '../../../parts/act';
import { useWords } from '../../../words/words';
import classes from '../episode.module.css';
import { langNames } from '../texts/lang-names';

interface Props {
  file: EpisodeFile;
  isFirst: boolean;
  isLast: boolean;
  onChange(labels: EpisodeFile['labels']): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

const langs: Lang[] = ['fr', 'en'];

/** One file: what it is, its title in each language, its place in the list. */
export function FileRow({ file, isFirst, isLast, onChange, onMove, onRemove }: Props) {
  const { t, bytes } = useWords();
  const { name } = file;
  const textOf = (lang: Lang) => file.labels.find((label) => label.lang === lang)?.text ?? '';
  const setText = (lang: Lang, text: string) =>
    onChange([...file.labels.filter((label) => label.lang !== lang), ...(text ? [{ lang, text }] : [])]);
  return (
    <li className={classes.fileRow}>
      {file.previewUrl ? (
        <img src={file.previewUrl} alt="" />
      ) : (
        <span className={classes.fileKind} aria-hidden>
          {file.kind.toUpperCase()}
        </span>
      )}
      <div>
        <div className={classes.fileLabels}>
          {langs.map((lang) => (
            <TextInput
              key={lang}
              size="sm"
              lang={lang}
              maxLength={120}
              placeholder={langNames[lang]}
              aria-label={t('studio.files.labelOf', { name, language: langNames[lang] })}
              value={textOf(lang)}
              onChange={(e) => setText(lang, e.currentTarget.value)}
            />
          ))}
        </div>
        <Text size="sm" className="soft" mt={4}>
          <Anchor href={file.url} download={name} size="sm" aria-label={t('studio.files.open', { name })}>
            {name}
          </Anchor>{' '}
          {bytes(file.bytes)}
        </Text>
      </div>
      <Group gap={0} wrap="nowrap" justify="flex-end">
        <Act icon={IconArrowUp} label={t('studio.files.up', { name })} disabled={isFirst} onClick={() => onMove(-1)} />
        <Act
          icon={IconArrowDown}
          label={t('studio.files.down', { name })}
          disabled={isLast}
          onClick={() => onMove(1)}
        />
        <Act icon={IconX} label={t('studio.files.remove', { name })} onClick={onRemove} />
      </Group>
    </li>
  );
}
