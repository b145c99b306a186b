import { Button, Group, Text } from '@mantine/core';
import { IconQuote, IconScissors } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Highlights, Range, Sentence } from '../../../api/clip.calls';
import { useWords } from '../../../words/words';
import classes from './clips.module.css';
import { extend, fromDocument, type Picked, rangeOf } from './selection';
import { wholeSeconds } from './whole-seconds';

interface Props {
  sentences: readonly Sentence[];
  highlights: Highlights;
  picked: Picked | null;
  onPick: (picked: Picked | null) => void;
  onClip: () => void;
  onQuote: () => void;
  isBusy: boolean;
}

/** What is said, to select from: sentence by sentence with clicks or keys, or any words with the pointer (`ux:P-25`). */
export function SentencePicker({ sentences, highlights, picked, onPick, onClip, onQuote, isBusy }: Props) {
  const { t } = useWords();
  const root = useRef<HTMLDivElement>(null);
  const range = rangeOf(sentences, picked);
  const used = [...highlights.clips, ...highlights.quotes].filter(({ state }) => state !== 'proposed');
  return (
    <section className={classes.transcript} aria-labelledby="clips-transcript">
      <h2 id="clips-transcript">{t('clip.screen.transcript')}</h2>
      <Text size="sm" className="soft">
        {t('clip.screen.select')}
      </Text>
      <div className={classes.bar}>
        {range ? (
          <Text size="sm" fw={600} role="status">
            {t('clip.screen.selected', { seconds: Math.round((range.endMs - range.startMs) / 1000) })}
          </Text>
        ) : null}
        <Group gap="xs">
          <Button
            size="xs"
            disabled={!range || isBusy}
            leftSection={<IconScissors size={15} aria-hidden />}
            onClick={onClip}
          >
            {t('clip.screen.makeClip')}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={!range || isBusy}
            leftSection={<IconQuote size={15} aria-hidden />}
            onClick={onQuote}
          >
            {t('clip.screen.makeQuote')}
          </Button>
          {picked && (
            <Button size="xs" variant="subtle" onClick={() => onPick(null)}>
              {t('clip.screen.clear')}
            </Button>
          )}
        </Group>
      </div>
      <div
        ref={root}
        className={classes.sentences}
        lang={highlights.language}
        onMouseUp={() => {
          const found = fromDocument(root.current);
          if (found) onPick(found);
        }}
      >
        {sentences.map((sentence, i) => (
          <Line
            key={`${sentence.startMs}-${i}`}
            sentence={sentence}
            n={i}
            isNew={sentence.name !== sentences[i - 1]?.name}
            isPicked={picked !== null && i >= picked.from && i <= picked.to}
            isUsed={used.some((each) => covers(each, sentence))}
            onClick={() => {
              if (document.getSelection()?.isCollapsed !== false) onPick(extend(picked, i));
            }}
          />
        ))}
      </div>
    </section>
  );
}

function Line(props: {
  sentence: Sentence;
  n: number;
  isNew: boolean;
  isPicked: boolean;
  isUsed: boolean;
  onClick: () => void;
}) {
  const { sentence, n, isNew, isPicked, isUsed } = props;
  return (
    <>
      {isNew && (
        <span className={classes.speaker}>
          {sentence.name} <time>{wholeSeconds(sentence.startMs)}</time>
        </span>
      )}
      <span
        data-n={n}
        role="button"
        tabIndex={0}
        aria-pressed={isPicked}
        className={`${classes.sentence} ${isPicked ? classes.picked : ''} ${isUsed ? classes.used : ''}`}
        onClick={props.onClick}
        onKeyDown={(e) => {
          if (e.key !== 'Enter' && e.key !== ' ') return;
          e.preventDefault();
          props.onClick();
        }}
      >
        {sentence.text}{' '}
      </span>
    </>
  );
}

function covers({ startMs, endMs }: Range, sentence: Range): boolean {
  return (
    Math.min(endMs, sentence.endMs) - Math.max(startMs, sentence.startMs) > (sentence.endMs - sentence.startMs) / 2
  );
}
