import { Button, Group, Text } from '@mantine/core';
import { IconListDetails, IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Episode, Lang } from '../../../api/types';
import { announce } from '../../../parts/announcer';
import { tell } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import classes from '../episode.module.css';
import { PositionPlayer, useFinishedSound } from './position-player';
import { fromChapters, moveRow, packRows, type TakeawayRow, unpackRows } from './takeaway-rows';
import { TakeawayLine } from './takeaway-line';

interface Props {
  episode: Episode;
  lang: Lang;
  /** As `packRows` wrote it. */
  packed: string;
  /** Of a row, by its number. */
  errorOf(index: number, field: 'text' | 'atMs'): string | undefined;
  onChange(packed: string): void;
}

/** What to keep of an episode, in one language: typed, with times typed or taken from the player, in any order. */
export function TakeawaysField({ episode, lang, packed, errorOf, onChange }: Props) {
  const { t } = useWords();
  const rows = unpackRows(packed);
  const url = useFinishedSound(episode);
  const player = useRef<HTMLAudioElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const put = (next: TakeawayRow[]) => onChange(packRows(next));
  const focus = (index: number) =>
    setTimeout(() => list.current?.querySelectorAll<HTMLElement>('[data-text]')[index]?.focus(), 0);
  const move = (from: number, to: number) => {
    if (to < 0 || to >= rows.length) return;
    put(moveRow(rows, from, to));
    announce(t('studio.takeaways.moved', { n: to + 1, total: rows.length }));
    focus(to);
  };
  const takeChapters = () => {
    const proposed = fromChapters(episode.working.chapters);
    put([...rows, ...proposed]);
    tell(t('studio.takeaways.fromChaptersDone', { n: proposed.length }), {
      label: t('studio.takeaways.undo'),
      run: () => onChange(packed),
    });
  };
  return (
    <fieldset className={classes.takeaways} id={`field-texts.${lang}.takeaways`}>
      <legend>{t('studio.takeaways.title')}</legend>
      <Text size="sm" className="soft">
        {t('studio.takeaways.hint')}
      </Text>
      <PositionPlayer player={player} url={url} label={t('studio.takeaways.listen')} />
      {rows.length === 0 && <Text className="soft">{t('studio.takeaways.none')}</Text>}
      <ol className="plain-list" ref={list}>
        {rows.map((row, i) => (
          <TakeawayLine
            key={i}
            row={row}
            index={i}
            lang={lang}
            isLast={i === rows.length - 1}
            player={url ? player : null}
            errorOf={errorOf}
            onChange={(next) => put(rows.map((each, at) => (at === i ? { ...each, ...next } : each)))}
            onMove={(to) => move(i, to)}
            onRemove={() => put(rows.filter((_, at) => at !== i))}
          />
        ))}
      </ol>
      {rows.length > 7 && (
        <Text size="sm" className="soft">
          {t('studio.takeaways.many', { n: rows.length })}
        </Text>
      )}
      <Group gap="xs">
        <Button
          variant="default"
          size="sm"
          disabled={rows.length >= 20}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            put([...rows, { time: '', text: '' }]);
            focus(rows.length);
          }}
        >
          {t('studio.takeaways.add')}
        </Button>
        {rows.length < 7 && episode.working.chapters.length > 0 && (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconListDetails size={16} aria-hidden />}
            onClick={takeChapters}
          >
            {t('studio.takeaways.fromChapters')}
          </Button>
        )}
        {rows.length > 1 && (
          <Text size="sm" className="soft">
            {t('studio.takeaways.keys')}
          </Text>
        )}
      </Group>
    </fieldset>
  );
}
