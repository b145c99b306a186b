import { Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconClockPin, IconPlayerPlay, IconX } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { Lang } from '../../../api/types';
import { Act } from '../../../parts/act';
import { useWords } from '../../../words/words';
import { parseTimeCode } from '../chapters/time-code';
import classes from '../episode.module.css';
import { playFrom, type PlayerRef, positionOf } from './position-player';
import type { TakeawayRow } from './takeaway-rows';

interface Props {
  row: TakeawayRow;
  index: number;
  lang: Lang;
  isLast: boolean;
  /** Null: there is no sound to take a position from. */
  player: PlayerRef | null;
  errorOf(index: number, field: 'text' | 'atMs'): string | undefined;
  onChange(next: Partial<TakeawayRow>): void;
  onMove(to: number): void;
  onRemove(): void;
}

/** One sentence with its moment; Alt and an arrow moves it from the keyboard. */
export function TakeawayLine(props: Props) {
  const { row, index, player, errorOf, onChange, onMove } = props;
  const { t } = useWords();
  const n = index + 1;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(index + (event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <li className={classes.takeaway} onKeyDown={onKeyDown}>
      <Textarea
        data-text
        size="sm"
        lang={props.lang}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={300}
        aria-label={t('studio.takeaways.textOf', { n })}
        value={row.text}
        onChange={(e) => onChange({ text: e.currentTarget.value.replace(/\n/g, ' ') })}
        error={errorOf(index, 'text')}
      />
      <TextInput
        size="sm"
        inputMode="decimal"
        placeholder={t('studio.takeaways.timePlaceholder')}
        aria-label={t('studio.takeaways.timeOf', { n })}
        value={row.time}
        onChange={(e) => onChange({ time: e.currentTarget.value })}
        error={errorOf(index, 'atMs')}
      />
      <div className={classes.takeawayActs}>
        {player && (
          <>
            <Act
              icon={IconClockPin}
              label={t('studio.takeaways.takeOf', { n })}
              onClick={() => onChange({ time: positionOf(player) })}
            />
            <Act
              icon={IconPlayerPlay}
              label={t('studio.takeaways.playOf', { n })}
              disabled={parseTimeCode(row.time) === undefined}
              onClick={() => playFrom(player, row.time)}
            />
          </>
        )}
        <Act
          icon={IconArrowUp}
          label={t('studio.takeaways.upOf', { n })}
          disabled={index === 0}
          onClick={() => onMove(index - 1)}
        />
        <Act
          icon={IconArrowDown}
          label={t('studio.takeaways.downOf', { n })}
          disabled={props.isLast}
          onClick={() => onMove(index + 1)}
        />
        <Act icon={IconX} label={t('studio.takeaways.removeOf', { n })} onClick={props.onRemove} />
      </div>
    </li>
  );
}
