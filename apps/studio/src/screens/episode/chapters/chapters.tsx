import { ActionIcon, Button, Group, Text, TextInput, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconClipboardList, IconPlus, IconX } from '@tabler/icons-react';
import { saveChapters } from '../../../api/episode.calls';
import { useChapterChecks } from '../../../api/transcript.calls';
import type { Chapter, Episode } from '../../../api/types';
import { useWords } from '../../../words/words';
import { ClashDialog } from '../autosave/clash-dialog';
import { useGroup } from '../autosave/use-group';
import classes from '../episode.module.css';
import { Proposal } from '../proposal';
import { Section } from '../section';
import { PlatformBadges } from '../platforms/platform-badges';
import { ExportMenu } from './export-menu';
import { ImportDialog } from './import-dialog';
import { formatTimeCode, parseTimeCode } from './time-code';

interface Row {
  time: string;
  title: string;
  url: string;
}
interface ChaptersValue {
  chapters: Row[];
}

/** Chapters as a list to type in or to paste; complete with the keyboard alone. */
export function Chapters({ episode }: { episode: Episode }) {
  const { t } = useWords();
  const [isImporting, importing] = useDisclosure(false);
  const at = { showId: episode.showId, episodeId: episode.id };
  const checks = useChapterChecks(at, episode.working.versions.chapters, episode.durationMs);
  const group = useGroup<ChaptersValue>({
    group: 'chapters',
    episode,
    read: (copy) => ({ chapters: copy.chapters.map(toRow) }),
    save: (version, value) =>
      saveChapters(episode.showId, episode.id, version, { chapters: value.chapters.map(toChapter) }),
    check: ({ chapters }) =>
      Object.fromEntries(
        chapters.flatMap((row, i) => [
          ...(parseTimeCode(row.time) === undefined ? [[`chapters.${i}.startMs`, t('studio.chapters.badTime')]] : []),
          ...(row.title.trim() === '' ? [[`chapters.${i}.title`, t('studio.chapters.noTitle')]] : []),
        ]),
      ),
  });
  const { value, set, errors } = group;
  const rows = value.chapters;
  const change = (index: number, next: Partial<Row>) =>
    set({ chapters: rows.map((row, i) => (i === index ? { ...row, ...next } : row)) });
  const source = rows.length > 0 ? episode.working.proposals['chapters'] : undefined;
  return (
    <Section id="chapters" title={t('studio.chapters.title')} hint={t('studio.chapters.hint')}>
      <Proposal
        source={source}
        what={t('studio.chapters.title')}
        onAccept={() => group.accept(['chapters'])}
        onDismiss={() => set({ chapters: [] })}
      >
        {rows.length === 0 && <Text className="soft">{t('studio.chapters.none')}</Text>}
        <ol className={`plain-list ${classes.chapters}`}>
          {rows.map((row, i) => (
            <li key={i} className={classes.chapter}>
              <TextInput
                size="sm"
                aria-label={t('studio.chapters.timeOf', { n: i + 1 })}
                value={row.time}
                onChange={(e) => change(i, { time: e.currentTarget.value })}
                error={errors[`chapters.${i}.startMs`]}
                inputMode="decimal"
              />
              <TextInput
                size="sm"
                aria-label={t('studio.chapters.titleOf', { n: i + 1 })}
                placeholder={t('studio.chapters.titlePlaceholder')}
                value={row.title}
                onChange={(e) => change(i, { title: e.currentTarget.value })}
                error={errors[`chapters.${i}.title`]}
              />
              <TextInput
                size="sm"
                aria-label={t('studio.chapters.linkOf', { n: i + 1 })}
                placeholder="https://"
                value={row.url}
                onChange={(e) => change(i, { url: e.currentTarget.value })}
                error={errors[`chapters.${i}.url`]}
              />
              <Tooltip label={t('studio.chapters.removeOf', { n: i + 1 })}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  aria-label={t('studio.chapters.removeOf', { n: i + 1 })}
                  onClick={() => set({ chapters: rows.filter((_, at) => at !== i) })}
                >
                  <IconX size={17} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </li>
          ))}
        </ol>
        {rows.length > 0 && checks.data && <PlatformBadges checks={checks.data} />}
      </Proposal>
      <Group mt="md" gap="xs">
        <Button
          variant="default"
          leftSection={<IconPlus size={17} aria-hidden />}
          onClick={() => set({ chapters: [...rows, { time: rows.length ? '' : '0:00', title: '', url: '' }] })}
        >
          {t('studio.chapters.add')}
        </Button>
        <Button variant="default" leftSection={<IconClipboardList size={17} aria-hidden />} onClick={importing.open}>
          {t('studio.chapters.import')}
        </Button>
        {episode.working.chapters.length > 0 && <ExportMenu at={at} />}
      </Group>
      <ImportDialog episode={episode} isOpen={isImporting} onClose={importing.close} />
      <ClashDialog
        clash={group.clash}
        label={() => t('studio.chapters.title')}
        show={(_, v) => v.chapters.map((row) => `${row.time} ${row.title}`).join('\n')}
      />
    </Section>
  );
}

const toRow = (chapter: Chapter): Row => ({
  time: formatTimeCode(chapter.startMs),
  title: chapter.title,
  url: chapter.url,
});

const toChapter = (row: Row): Chapter => ({
  startMs: parseTimeCode(row.time) ?? 0,
  title: row.title.trim(),
  url: row.url.trim(),
});
