import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../../../../words/words';
import { formatDelay, parseDelay } from './delay';

interface Props {
  label: string;
  ms: number;
  isOff: boolean;
  onChange(ms: number): void;
}

/** Seconds that hold when the field is left or Enter is pressed; Escape brings back what was. */
export function DelayInput({ label, ms, isOff, onChange }: Props) {
  const { t, language } = useWords();
  const was = formatDelay(ms, language);
  const [text, setText] = useState(was);
  const [isWrong, setWrong] = useState(false);
  const reset = () => {
    setText(was);
    setWrong(false);
  };
  useEffect(reset, [was]);
  const commit = () => {
    const typed = parseDelay(text);
    if (typed === undefined) return setWrong(true);
    reset();
    if (typed !== ms) onChange(typed);
  };
  return (
    <TextInput
      size="sm"
      aria-label={label}
      inputMode="decimal"
      autoComplete="off"
      rightSection={<span aria-hidden>s</span>}
      value={text}
      disabled={isOff}
      error={isWrong && t('studio.sound.trackDelayWrong')}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') reset();
      }}
    />
  );
}
