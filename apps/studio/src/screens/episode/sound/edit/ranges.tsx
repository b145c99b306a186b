import { ActionIcon, Select, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { TimeRange } from '../../../../api/sound.types';
import { useWords } from '../../../../words/words';
import { formatTimeCode, parseTimeCode } from '../../chapters/time-code';
import { between } from '../model/ranges';
import type { Stage } from '../stage/use-stage';
import classes from './edit.module.css';
import { type RangeKind, toMarks, withMark, withoutMark } from './marks';
import type { SoundEditing } from './use-sound-edit';

/** The same stretches as on the waveform, as lines with times to type. */
export function Ranges({ editing, stage, mayEdit }: { editing: SoundEditing; stage: Stage; mayEdit: boolean }) {
  const { t } = useWords();
  const marks = toMarks(editing.value);
  const kinds = [
    { value: 'cut', label: t('studio.sound.cut') },
    { value: 'leave', label: t('studio.sound.leave') },
    { value: 'only', label: t('studio.sound.only') },
  ];
  if (marks.length === 0) return <Text className="soft">{t('studio.sound.noRanges')}</Text>;
  return (
    <div role="list" aria-label={t('studio.sound.ranges')}>
      {marks.map((mark, i) => {
        const change = (kind: RangeKind, range: TimeRange | null) =>
          range && editing.set(withMark(withoutMark(editing.value, mark), { kind, range }));
        const { startMs, endMs } = mark.range;
        return (
          <div key={`${mark.kind}${startMs}`} className={classes.row} role="listitem">
            <Select
              size="sm"
              data={kinds}
              value={mark.kind}
              disabled={!mayEdit}
              allowDeselect={false}
              aria-label={t('studio.sound.kindOf', { n: i + 1 })}
              onChange={(kind) => kind && change(kind as RangeKind, mark.range)}
            />
            <TimeInput
              label={t('studio.sound.startOf', { n: i + 1 })}
              ms={startMs}
              isOff={!mayEdit}
              onFocus={() => stage.show(mark.range)}
              onChange={(ms) => change(mark.kind, between(ms, endMs, stage.axis.durationMs))}
            />
            <TimeInput
              label={t('studio.sound.endOf', { n: i + 1 })}
              ms={endMs}
              isOff={!mayEdit}
              onFocus={() => stage.show(mark.range)}
              onChange={(ms) => change(mark.kind, between(startMs, ms, stage.axis.durationMs))}
            />
            {mayEdit && (
              <ActionIcon
                size={36}
                variant="subtle"
                color="gray"
                aria-label={t('studio.sound.removeRange', { n: i + 1 })}
                onClick={() => editing.set(withoutMark(editing.value, mark))}
              >
                <IconTrash size={17} aria-hidden />
              </ActionIcon>
            )}
          </div>
        );
      })}
    </div>
  );
}

interface TimeProps {
  label: string;
  ms: number;
  isOff: boolean;
  onFocus(): void;
  onChange(ms: number): void;
}

/** A time that holds when it is left or Enter is pressed; what is no time goes back to what it was. */
function TimeInput({ label, ms, isOff, onFocus, onChange }: TimeProps) {
  const [text, setText] = useState(formatTimeCode(ms));
  useEffect(() => setText(formatTimeCode(ms)), [ms]);
  const commit = () => {
    const typed = parseTimeCode(text);
    if (typed === undefined || typed === ms) setText(formatTimeCode(ms));
    else onChange(typed);
  };
  return (
    <TextInput
      size="sm"
      aria-label={label}
      value={text}
      disabled={isOff}
      onFocus={onFocus}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
