import { Button, Group, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSparkles } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { type At, createClip, createQuote, type Highlights, propose, type Sentence } from '../../../api/clip.calls';
import { useSingleKeys } from '../../../parts/single-keys';
import { tell } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import { AskBar } from './ask-bar';
import { BoardContext } from './board';
import { ClipCard } from './clip-card';
import classes from './clips.module.css';
import { Needs } from './needs';
import { QuoteCard } from './quote-card';
import type { RangePlayer } from './range-player';
import { type Picked, rangeOf } from './selection';
import { SentencePicker } from './sentence-picker';
import { useHighlightsAct } from './use-highlights-act';

interface Props {
  at: At;
  all: Highlights;
  sentences: readonly Sentence[];
  player: RangePlayer;
  url: string | null;
  mayEdit: boolean;
}

/** Proposals and what was picked on one side, what is said on the other. */
export function ClipsBoard({ at, all, sentences, player, url, mayEdit }: Props) {
  const { t } = useWords();
  const { act, isBusy } = useHighlightsAct(at);
  const [picked, setPicked] = useState<Picked | null>(null);
  const make = (create: typeof createClip) => {
    const range = rangeOf(sentences, picked);
    if (range && mayEdit)
      void act(
        () => create(at, range),
        () => setPicked(null),
      );
  };
  const look = () =>
    void act(
      () => propose(at),
      (now) => tell(t('clip.screen.proposed', countsOf(now))),
    );
  useFirstLook(all, mayEdit, () => void act(() => propose(at)));
  const hasLetters = useSingleKeys();
  useHotkeys(
    hasLetters
      ? [
          ['c', () => make(createClip)],
          ['q', () => make(createQuote)],
        ]
      : [],
  );
  return (
    <BoardContext value={{ at, all, player, act, mayEdit }}>
      <Text className="soft" mb="md">
        {t('clip.screen.intro')}
      </Text>
      <AskBar />
      <Needs />
      {url && (
        <audio
          ref={player.audio}
          className={classes.player}
          controls
          preload="metadata"
          src={url}
          aria-label={t('clip.screen.play')}
        />
      )}
      <div className={classes.board}>
        <Lists all={all} onLook={mayEdit ? look : undefined} isBusy={isBusy} />
        {sentences.length > 0 ? (
          <SentencePicker
            sentences={sentences}
            highlights={all}
            picked={picked}
            onPick={setPicked}
            onClip={() => make(createClip)}
            onQuote={() => make(createQuote)}
            isBusy={isBusy || !mayEdit}
          />
        ) : (
          <NoWords at={at} hasSound={all.durationMs !== null} />
        )}
      </div>
    </BoardContext>
  );
}

function Lists({ all, onLook, isBusy }: { all: Highlights; onLook?: (() => void) | undefined; isBusy: boolean }) {
  const { t } = useWords();
  return (
    <div className={classes.lists}>
      {onLook && all.transcriptLang && (
        <Group>
          <Button
            variant="default"
            loading={isBusy}
            leftSection={<IconSparkles size={16} aria-hidden />}
            onClick={onLook}
          >
            {t('clip.screen.propose')}
          </Button>
        </Group>
      )}
      <section aria-labelledby="clips-clips">
        <h2 id="clips-clips">{t('clip.screen.clips')}</h2>
        {all.clips.length === 0 && <Text className="soft">{t('clip.screen.emptyClips')}</Text>}
        <div className={classes.cards}>
          {inOrder(all.clips).map((clip) => (
            <ClipCard key={clip.id} clip={clip} />
          ))}
        </div>
      </section>
      <section aria-labelledby="clips-quotes">
        <h2 id="clips-quotes">{t('clip.screen.quotes')}</h2>
        {all.quotes.length === 0 && <Text className="soft">{t('clip.screen.emptyQuotes')}</Text>}
        <div className={classes.cards}>
          {inOrder(all.quotes).map((quote) => (
            <QuoteCard key={quote.id} quote={quote} />
          ))}
        </div>
      </section>
      <Keys />
    </div>
  );
}

function Keys() {
  const { t } = useWords();
  const letters = [
    ['C', t('clip.screen.key.clip')],
    ['Q', t('clip.screen.key.quote')],
    ['I O', `${t('clip.screen.key.in')}, ${t('clip.screen.key.out')}`],
  ];
  const keys = [
    ...(useSingleKeys() ? letters : []),
    [t('clip.screen.keyboard.enter'), t('clip.screen.key.pick')],
    [t('clip.screen.keyboard.backspace'), t('clip.screen.key.drop')],
    [t('clip.screen.keyboard.space'), t('clip.screen.key.play')],
    [t('clip.screen.keyboard.arrows'), t('clip.screen.key.next')],
  ];
  return (
    <div className={classes.keys}>
      <span>{t('clip.screen.keys')}</span>
      {keys.map(([key, word]) => (
        <span key={key}>
          <kbd>{key}</kbd> {word}
        </span>
      ))}
    </div>
  );
}

function NoWords({ at, hasSound }: { at: At; hasSound: boolean }) {
  const { t } = useWords();
  return (
    <section>
      <Text className="soft">{t(hasSound ? 'clip.screen.noTranscript' : 'clip.screen.noSound')}</Text>
      <Button
        mt="sm"
        variant="default"
        component={Link}
        to={`/shows/${at.showId}/episodes/${at.episodeId}#${hasSound ? 'transcript' : 'sound'}`}
      >
        {t('clip.screen.addTranscript')}
      </Button>
    </section>
  );
}

/** Who opens the screen for the first time finds proposals. */
function useFirstLook(all: Highlights, mayEdit: boolean, look: () => void): void {
  const isDone = useRef(false);
  const isEmpty = all.clips.length + all.quotes.length === 0;
  useEffect(() => {
    if (isDone.current || !isEmpty || !mayEdit || !all.transcriptLang || all.durationMs === null) return;
    isDone.current = true;
    look();
  });
}

function countsOf(all: Highlights): { clips: number; quotes: number } {
  const count = (items: readonly { state: string }[]) => items.filter(({ state }) => state === 'proposed').length;
  return { clips: count(all.clips), quotes: count(all.quotes) };
}

/** What was taken first, in the order of the sound; proposals after it, the best first. */
function inOrder<T extends { state: string; startMs: number; score: number }>(items: readonly T[]): T[] {
  const rank = ({ state }: T) => (state === 'proposed' ? 1 : 0);
  return [...items].sort((a, b) => rank(a) - rank(b) || (rank(a) ? b.score - a.score : 0) || a.startMs - b.startMs);
}
