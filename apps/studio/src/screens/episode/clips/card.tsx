import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Clip, Quote, Step } from '../../../api/clip.calls';
import { isKey } from '#libs/messages';
import { isSwitchedOff } from '../../../parts/single-keys';
import { tell } from '../../../parts/toast';
import { useWords } from '../../../words/words';
import { useBoard } from './board';
import classes from './clips.module.css';
import { StateChip } from './state-chip';
import { wholeSeconds } from './whole-seconds';

interface Props {
  item: Clip | Quote;
  words: string;
  onStep: (step: Step) => Promise<boolean>;
  /** I and O while it is heard. */
  onEdge?: (edge: 'startMs' | 'endMs', ms: number) => void;
  onEdit: () => void;
  children?: ReactNode;
}

/** A clip or a quote: its words first, then why, how long, where it stands. Keys: Enter, Backspace, Space, I, O, arrows. */
export function Card({ item, words, onStep, onEdge, onEdit, children }: Props) {
  const { t } = useWords();
  const { player, mayEdit } = useBoard();
  const seconds = Math.round((item.endMs - item.startMs) / 1000);
  const drop = async () => {
    if (!(await onStep('drop'))) return;
    tell(t('clip.screen.dropped'), { label: t('clip.screen.undo'), run: () => void onStep('restore') });
  };
  const keys: Record<string, () => void> = {
    ' ': () => player.toggle(item.id, item),
    Enter: () => (item.state === 'proposed' ? void onStep('pick') : onEdit()),
    Backspace: () => void drop(),
    Delete: () => void drop(),
    i: () => onEdge?.('startMs', player.now()),
    o: () => onEdge?.('endMs', player.now()),
    ArrowDown: () => focusBeside(1),
    ArrowUp: () => focusBeside(-1),
  };
  return (
    <article
      className={`${classes.card} ${item.state === 'proposed' ? classes.proposed : ''}`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys of its own; its buttons do the same
      tabIndex={0}
      data-card
      aria-label={words}
      onKeyDown={(e) => onKey(e, keys, mayEdit)}
    >
      <Group gap="xs" justify="space-between">
        <StateChip of={'personId' in item ? 'quote' : 'clip'} state={item.state} isStale={item.isStale} />
        <span className={classes.times}>
          {wholeSeconds(item.startMs)}–{wholeSeconds(item.endMs)} · {t('clip.screen.length', { seconds })}
        </span>
      </Group>
      <p className={classes.said} lang={item.language}>
        {words}
      </p>
      <Why reasons={item.state === 'proposed' ? item.reasons : []} />
      {children}
      <Group gap="xs" mt="sm">
        <PlayButton item={item} />
        {mayEdit && item.state === 'proposed' && (
          <Button size="sm" onClick={() => void onStep('pick')}>
            {t('clip.screen.pick')}
          </Button>
        )}
        {mayEdit && item.state !== 'proposed' && (
          <Button size="sm" variant="default" onClick={onEdit}>
            {t('clip.screen.edit')}
          </Button>
        )}
        {mayEdit && (
          <Tooltip label={t('clip.screen.drop')}>
            <ActionIcon
              size={36}
              variant="subtle"
              color="gray"
              aria-label={t('clip.screen.drop')}
              onClick={() => void drop()}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </Group>
    </article>
  );
}

function PlayButton({ item }: { item: Clip | Quote }) {
  const { t } = useWords();
  const { player, all } = useBoard();
  const isPlaying = player.playing === item.id;
  const Icon = isPlaying ? IconPlayerPause : IconPlayerPlay;
  return (
    <Button
      size="sm"
      variant="default"
      disabled={all.durationMs === null}
      leftSection={<Icon size={16} aria-hidden />}
      onClick={() => player.toggle(item.id, item)}
    >
      {t(isPlaying ? 'clip.screen.pause' : 'clip.screen.play')}
    </Button>
  );
}

/** Why it is proposed, in words that can be judged (`ux` 4.9). */
function Why({ reasons }: { reasons: readonly string[] }) {
  const { t } = useWords();
  const said = reasons.flatMap((reason) => {
    const key = `clip.reason.${reason}`;
    return isKey(key) ? [t(key)] : [];
  });
  if (said.length === 0) return null;
  return <p className={classes.why}>{t('clip.screen.why', { reasons: said.join(' · ') })}</p>;
}

function onKey(e: KeyboardEvent<HTMLElement>, keys: Record<string, () => void>, mayEdit: boolean): void {
  if (e.target !== e.currentTarget || e.ctrlKey || e.metaKey || e.altKey || isSwitchedOff(e)) return;
  const isReading = e.key === ' ' || e.key.startsWith('Arrow');
  const run = keys[e.key.length === 1 ? e.key.toLowerCase() : e.key];
  if (!run || (!mayEdit && !isReading)) return;
  e.preventDefault();
  e.stopPropagation();
  run();
}

function focusBeside(by: number): void {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-card]')];
  cards[cards.indexOf(document.activeElement as HTMLElement) + by]?.focus();
}
