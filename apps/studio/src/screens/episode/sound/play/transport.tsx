import { ActionIcon, Button, Group, SegmentedControl, Text, Tooltip } from '@mantine/core';
import {
  IconEar,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import type { Key } from '#libs/messages';
import { useWords } from '../../../../words/words';
import type { SoundActs } from '../stage/use-acts';
import { type MatchMode, panBy, type Stage } from '../stage/use-stage';
import { numberOf } from './blind';
import classes from './play.module.css';
import { Clock } from './clock';

/** Play, switch sides, compare blind, zoom: a button for every key. */
export function Transport({ stage, acts }: { stage: Stage; acts: SoundActs }) {
  const { t, number } = useWords();
  const { heard, shown, view } = stage;
  const { blind } = acts;
  const isHidden = blind !== null && blind.choice === undefined;
  const span = view.endMs - view.startMs;
  const turnedDb = Math.min(heard.match.beforeDb, heard.match.afterDb);
  const louder = heard.match.beforeDb < heard.match.afterDb ? t('studio.sound.before') : t('studio.sound.after');
  return (
    <div className={classes.transport} role="group" aria-label={t('studio.sound.transport')}>
      <Group gap={8} wrap="nowrap">
        <ActionIcon
          size={44}
          radius={22}
          variant="filled"
          color="accent"
          onClick={acts.toggle}
          aria-keyshortcuts="Space"
          aria-label={heard.isPlaying ? t('studio.sound.pause') : t('studio.sound.play')}
        >
          {heard.isPlaying ? <IconPlayerPause aria-hidden /> : <IconPlayerPlay aria-hidden />}
        </ActionIcon>
        <Clock stage={stage} />
      </Group>
      {shown.hasAfter && (
        <Group gap={8}>
          <SegmentedControl
            aria-label={t('studio.sound.listen')}
            value={heard.side}
            onChange={(side) => acts.turn(side as 'before' | 'after')}
            data={
              isHidden
                ? (['before', 'after'] as const)
                    .map((side) => ({ value: side, label: String(numberOf(blind, side)) }))
                    .sort((a, b) => Number(a.label) - Number(b.label))
                : [
                    { value: 'before', label: t('studio.sound.before') },
                    { value: 'after', label: t('studio.sound.after') },
                  ]
            }
          />
          <Tool label="studio.sound.blind" hint="B" onClick={acts.toggleBlind} isOn={blind !== null}>
            <IconEar size={19} aria-hidden />
          </Tool>
        </Group>
      )}
      <Group gap={4} wrap="nowrap">
        <Tool label="studio.sound.toStart" hint="Home" onClick={() => stage.goTo(stage.axis.startMs)}>
          <IconPlayerSkipBack size={19} aria-hidden />
        </Tool>
        <Tool label="studio.sound.toEnd" hint="End" onClick={() => stage.goTo(stage.axis.endMs)}>
          <IconPlayerSkipForward size={19} aria-hidden />
        </Tool>
        <Tool label="studio.sound.zoomOut" hint="−" onClick={() => stage.zoomBy(2)}>
          <IconZoomOut size={19} aria-hidden />
        </Tool>
        <Tool label="studio.sound.zoomIn" hint="+" onClick={() => stage.zoomBy(0.5)}>
          <IconZoomIn size={19} aria-hidden />
        </Tool>
        <Button
          size="compact-md"
          variant="subtle"
          color="gray"
          px={6}
          onClick={() => panBy(stage, -span / 2)}
          aria-label={t('studio.sound.earlier')}
        >
          ←
        </Button>
        <Button
          size="compact-md"
          variant="subtle"
          color="gray"
          px={6}
          onClick={() => panBy(stage, span / 2)}
          aria-label={t('studio.sound.later')}
        >
          →
        </Button>
      </Group>
      {shown.hasAfter && (
        <div className={classes.match}>
          <label htmlFor="sound-match">{t('studio.sound.match')}</label>
          <select
            id="sound-match"
            value={stage.matchMode}
            onChange={(e) => stage.setMatchMode(e.currentTarget.value as MatchMode)}
          >
            <option value="here">{t('studio.sound.matchHere')}</option>
            <option value="whole">{t('studio.sound.matchWhole')}</option>
            <option value="off">{t('studio.sound.matchOff')}</option>
          </select>
          <Text
            size="sm"
            className="soft"
            span
            data-testid="match"
            data-before-db={heard.match.beforeDb}
            data-after-db={heard.match.afterDb}
          >
            {stage.matchMode === 'off' || isHidden
              ? ''
              : turnedDb < -0.05
                ? t('studio.sound.matched', { side: louder, db: number(-turnedDb, 1) })
                : t('studio.sound.matchedEqual')}
          </Text>
        </div>
      )}
    </div>
  );
}

interface ToolProps {
  label: Key;
  hint: string;
  isOn?: boolean;
  onClick(): void;
  children: React.ReactNode;
}

function Tool({ label, hint, isOn, onClick, children }: ToolProps) {
  const { t } = useWords();
  return (
    <Tooltip label={`${t(label)} (${hint})`}>
      <ActionIcon
        size={38}
        variant={isOn ? 'light' : 'default'}
        color={isOn ? 'after' : undefined}
        aria-pressed={isOn}
        aria-label={t(label)}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
