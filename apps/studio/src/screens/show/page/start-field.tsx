import { ActionIcon, Select, Text } from '@mantine/core';
import { IconArrowUp, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEpisodes } from '../../../api/queries';
import type { Show } from '../../../api/types';
import { useWords } from '../../../words/words';
import rows from '../../home/home.module.css';

/** As many as the page shows. */
const most = 3;

/** Up to three released episodes, in the order in which the page shows them. */
export function StartField(props: { show: Show; ids: string[]; error?: ReactNode; onChange(ids: string[]): void }) {
  const { show, ids, error, onChange } = props;
  const { t } = useWords();
  const episodes = useEpisodes(show.id);
  const all = episodes.data ?? [];
  const titleOf = (id: string) => all.find((episode) => episode.id === id)?.title || '…';
  const offered = all.filter(({ id, state }) => state === 'published' && !ids.includes(id));
  const swap = (i: number) => {
    const next = [...ids];
    [next[i - 1], next[i]] = [next[i]!, next[i - 1]!];
    onChange(next);
  };
  return (
    <div>
      <Text fw={600}>{t('site.page.start')}</Text>
      <Text size="sm" className="soft">
        {t('site.page.startHint')}
      </Text>
      <ol className="plain-list">
        {ids.map((id, i) => (
          <li key={id} className={rows.row} style={{ minHeight: 48, paddingBlock: 4 }}>
            <span style={{ fontVariantNumeric: 'tabular-nums' }}>{i + 1}</span>
            <span className={rows.text}>{titleOf(id)}</span>
            {i > 0 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t('site.page.up', { title: titleOf(id) })}
                onClick={() => swap(i)}
              >
                <IconArrowUp size={17} aria-hidden />
              </ActionIcon>
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('site.page.remove', { title: titleOf(id) })}
              onClick={() => onChange(ids.filter((each) => each !== id))}
            >
              <IconX size={17} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ol>
      {ids.length < most && (
        <Select
          key={ids.join()}
          aria-label={t('site.page.startPick')}
          placeholder={t('site.page.startPick')}
          searchable
          nothingFoundMessage={t('site.page.startEmpty')}
          data={offered.map(({ id }) => ({ value: id, label: titleOf(id) }))}
          value={null}
          onChange={(id) => id && onChange([...ids, id])}
          error={error}
          mt="xs"
        />
      )}
    </div>
  );
}
