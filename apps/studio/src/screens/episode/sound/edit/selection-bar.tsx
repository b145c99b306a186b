import { Button, Group, Text } from '@mantine/core';
import { IconBracketsContain, IconEar, IconScissors } from '@tabler/icons-react';
import { useWords } from '../../../../words/words';
import { formatTimeCode } from '../../chapters/time-code';
import type { SoundActs } from '../stage/use-acts';
import type { Stage } from '../stage/use-stage';
import classes from './edit.module.css';

/** The chosen stretch and what can be done with it; always there, so that nothing jumps. */
export function SelectionBar({ stage, acts }: { stage: Stage; acts: SoundActs }) {
  const { t } = useWords();
  const { selection } = stage;
  const isEmpty = selection === null;
  return (
    <div className={classes.selectionBar} role="group" aria-label={t('studio.sound.selection')}>
      <Group gap={6} wrap="nowrap">
        <Button
          size="sm"
          variant="default"
          px={10}
          onClick={() => acts.edge('startMs')}
          aria-label={t('studio.sound.rangeStart')}
        >
          [
        </Button>
        <Button
          size="sm"
          variant="default"
          px={10}
          onClick={() => acts.edge('endMs')}
          aria-label={t('studio.sound.rangeEnd')}
        >
          ]
        </Button>
      </Group>
      <Text size="sm" className={classes.chosen} data-testid="chosen">
        {selection ? (
          t('studio.sound.chosen', {
            from: formatTimeCode(tenths(selection.startMs)),
            to: formatTimeCode(tenths(selection.endMs)),
          })
        ) : (
          <span className="soft">{t('studio.sound.chooseHint')}</span>
        )}
      </Text>
      <Group gap={6}>
        <Button
          size="sm"
          variant="default"
          disabled={isEmpty}
          leftSection={<IconBracketsContain size={16} aria-hidden />}
          onClick={acts.only}
        >
          {t('studio.sound.onlyHere')}
        </Button>
        <Button
          size="sm"
          variant="default"
          disabled={isEmpty}
          leftSection={<IconEar size={16} aria-hidden />}
          onClick={acts.leave}
        >
          {t('studio.sound.leaveIt')}
        </Button>
        <Button
          size="sm"
          variant="default"
          disabled={isEmpty}
          leftSection={<IconScissors size={16} aria-hidden />}
          onClick={acts.cut}
        >
          {t('studio.sound.cutOut')}
        </Button>
      </Group>
    </div>
  );
}

const tenths = (ms: number): number => Math.round(ms / 100) * 100;
